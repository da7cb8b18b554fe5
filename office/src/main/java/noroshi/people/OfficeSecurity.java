package noroshi.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import noroshi.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who gets into the office's screens, and what their browser may do there.
 *
 * <p>The sign-in page itself belongs to the desk: {@code GET /sign-in}; {@code POST /sign-in} with {@code login} and
 * {@code password} and {@code POST /sign-out} are answered here. A refused attempt leads to
 * {@code /sign-in?problem=refused|locked|busy}.
 */
@Configuration
class OfficeSecurity {

    /** Nothing from elsewhere, nothing inline; a page that needs more (a preview) sets its own header first. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "media-src 'self'",
            "frame-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
            "base-uri 'none'");

    private static final String[] OPEN_TO_ALL = {
        "/sign-in",
        "/sign-in/code",
        "/sign-in/passkey/options",
        "/health",
        "/assets/**",
        "/error",
        "/favicon.ico",
        "/favicon.svg",
        "/robots.txt"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    /** Where the office is reached by TLS, its session must never travel without. */
    @Bean
    ServletContextInitializer sessionCookie(Settings settings) {
        return context -> context.getSessionCookieConfig()
                .setSecure("https".equals(settings.officeUrl().getScheme()));
    }

    @Bean
    @Order(100)
    SecurityFilterChain office(
            HttpSecurity http,
            SignIn signIn,
            SecondFactors factors,
            Sessions sessions,
            SignInLimit limit,
            OidcSignIn oidc,
            Passkeys passkeys,
            InstantSource clock)
            throws Exception {
        if (oidc.isOn())
            http.oauth2Login(outside -> outside.clientRegistrationRepository(oidc)
                    .loginPage("/sign-in")
                    .authorizationEndpoint(start -> start.baseUri("/sign-in/through"))
                    .redirectionEndpoint(back -> back.baseUri("/sign-in/oidc/*"))
                    .successHandler(oidc::arrived)
                    .failureHandler((request, response, problem) -> OidcSignIn.failed(response, problem)));
        return http.authenticationManager(new ProviderManager(
                        List.of(new OfficerProvider(signIn, factors, clock), OidcSignIn.provider())))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .anyRequest()
                        .access((signedIn, request) -> new AuthorizationDecision(isOfficer(signedIn.get()))))
                .exceptionHandling(refused -> refused.accessDeniedHandler(OfficeSecurity::denied))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureHandler(new SignInRefusal())
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler(
                                (request, response, signedIn) -> signedOut(request, signedIn, sessions, clock))
                        .logoutSuccessUrl("/sign-in?signed-out")
                        .deleteCookies("noroshi"))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .addFilterBefore(new SignInLimitFilter(limit), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new PasskeyFilter(passkeys), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new SecondFactorFilter(factors, clock), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new StillThereFilter(signIn, sessions, clock), AuthorizationFilter.class)
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(unlessSet("Content-Security-Policy", CONTENT_SECURITY_POLICY))
                        .addHeaderWriter(unlessSet("Cross-Origin-Opener-Policy", "same-origin"))
                        .addHeaderWriter(unlessSet("Cross-Origin-Resource-Policy", "same-origin"))
                        .addHeaderWriter(unlessSet(
                                "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")))
                .build();
    }

    /** Only an officer passes: whoever owes a second proof is somebody, and not yet an officer. */
    static boolean isOfficer(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.isAuthenticated() && signedIn.getPrincipal() instanceof Officer;
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof HalfSignedIn)
            response.sendRedirect(SecondFactorFilter.PATH);
        else if (request.getServletPath().equals("/sign-in")) response.sendRedirect("/sign-in?problem=stale");
        else response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static void signedOut(
            HttpServletRequest request, @Nullable Authentication signedIn, Sessions sessions, InstantSource clock) {
        if (signedIn == null || !(signedIn.getPrincipal() instanceof Officer officer)) return;
        var id = SessionMark.find(request.getSession(false), officer);
        if (id != null) sessions.closed(officer, id, clock.instant());
    }

    private static HeaderWriter unlessSet(String name, String value) {
        return (request, response) -> {
            if (!response.containsHeader(name)) response.setHeader(name, value);
        };
    }
}
