package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the {@link Frame} of their screen as a parameter. */
@Configuration
class FrameArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Tenancy tenancy;
    private final Directory directory;
    private final Settings settings;

    FrameArgument(Tenancy tenancy, Directory directory, Settings settings) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class;
    }

    @Override
    public Frame resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return frame(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    Frame frame(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var officer = officer();
        return new Frame(
                officer,
                officer == null ? "" : governmentName(officer.government()),
                request.getRequestURI(),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                Notice.take(request),
                settings.publicUrl().toString().replaceFirst("/$", ""));
    }

    private String governmentName(String code) {
        return tenancy.in(code, () -> directory.getGovernment(code).name());
    }

    private static @Nullable Officer officer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Officer officer ? officer : null;
    }
}
