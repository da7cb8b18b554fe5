package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import noroshi.people.Officer;
import noroshi.people.SecondFactors;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever has a role of which a second proof is asked, and none yet, sets one up before anything else. */
@Configuration
class SecondFactorGate implements WebMvcConfigurer, HandlerInterceptor {

    private final SecondFactors factors;

    SecondFactorGate(SecondFactors factors) {
        this.factors = factors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns(
                        "/password",
                        "/sign-in/**",
                        "/account/second-factor/**",
                        "/account/passkeys/**",
                        "/error",
                        "/assets/**",
                        "/api/**",
                        "/health");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Officer officer)) return true;
        if (!factors.isRequired(officer) || factors.has(officer)) return true;
        response.sendRedirect("/account/second-factor");
        return false;
    }
}
