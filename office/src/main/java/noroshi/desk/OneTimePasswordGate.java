package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import noroshi.people.Officer;
import noroshi.people.OfficerAccounts;
import noroshi.platform.Tenancy;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever signed in with a password that somebody else has seen chooses another first. */
@Configuration
class OneTimePasswordGate implements WebMvcConfigurer, HandlerInterceptor {

    private final OfficerAccounts accounts;
    private final Tenancy tenancy;

    OneTimePasswordGate(OfficerAccounts accounts, Tenancy tenancy) {
        this.accounts = accounts;
        this.tenancy = tenancy;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns("/password", "/sign-in", "/error", "/assets/**", "/api/**", "/health");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Officer officer)) return true;
        if (!tenancy.in(officer.government(), () -> accounts.hasOneTimePassword(officer))) return true;
        response.sendRedirect("/password");
        return false;
    }
}
