package noroshi.desk;

import java.util.List;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers {@link Acting}: the parameter {@code government} where the officer may act for it, else a refusal. */
@Configuration
class ActingArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Tenancy tenancy;
    private final Directory directory;

    ActingArgument(Tenancy tenancy, Directory directory) {
        this.tenancy = tenancy;
        this.directory = directory;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Acting.class;
    }

    @Override
    public Acting resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Officer officer))
            throw new Refused(403, "サインインが必要です", "サインインの画面からもう一度お入りください。");
        return acting(officer, request.getParameter("government"));
    }

    private Acting acting(Officer officer, @Nullable String wanted) {
        var code = wanted == null || wanted.isEmpty() ? officer.government() : wanted;
        if (!officer.mayActFor(code))
            throw new Refused(403, "ほかの団体の画面は開けません", "この画面で扱えるのは、あなたが所属する団体だけです。ほかの団体については、その団体の管理者か県の管理者に依頼してください。");
        return tenancy.in(officer.government(), () -> {
            var government = directory
                    .findGovernment(code)
                    .orElseThrow(() -> new Refused(404, "団体が見つかりません", "団体コードを確かめ、一覧から選び直してください。"));
            boolean several = officer.prefectural() && officer.has(Role.ADMINISTRATOR);
            return new Acting(officer, government, several ? directory.listGovernments() : List.of());
        });
    }
}
