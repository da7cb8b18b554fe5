package noroshi.api;

import java.time.InstantSource;
import noroshi.people.Tokens;
import noroshi.platform.ApiProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Who may call {@code /api/**}: the bearer of a token, without a session; and how much they may send. */
@Configuration
class ApiSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain api(HttpSecurity http, Tokens tokens, InstantSource clock, ApiProblems problems)
            throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(out -> out.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/telegrams")
                        .hasAuthority("SCOPE_telegrams:write")
                        .requestMatchers(HttpMethod.DELETE, "/api/v1/replay")
                        .hasAuthority("SCOPE_telegrams:write")
                        .requestMatchers("/api/v1/feeds/**")
                        .hasAuthority("SCOPE_persons:feed")
                        .requestMatchers(HttpMethod.GET, "/api/**")
                        .hasAuthority("SCOPE_read")
                        // The framework answers HEAD by the methods for GET: the ETag and the length tell of the
                        // content too.
                        .requestMatchers(HttpMethod.HEAD, "/api/**")
                        .hasAuthority("SCOPE_read")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, problem) -> problems.write(unknownCaller(), request, response))
                        .accessDeniedHandler(
                                (request, response, problem) -> problems.write(forbidden(), request, response)))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .addFilterBefore(new BodyLimitFilter(problems), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new BearerFilter(tokens, clock, problems), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    /** An address that climbs out or hides something never reaches a controller; under the API it too is told why. */
    @Bean
    RequestRejectedHandler rejectedRequests(ApiProblems problems) {
        var plain = new HttpStatusRequestRejectedHandler();
        return (request, response, problem) -> {
            if (request.getRequestURI().startsWith("/api/")) problems.write(addressRefused(), request, response);
            else plain.handle(request, response, problem);
        };
    }

    private static ApiProblem addressRefused() {
        return ApiProblem.of(
                400,
                "address",
                "番地が正しくありません",
                "番地に「..」や使えない文字があります。GET /api/v1/openapi.json の番地を使ってください。",
                "The address climbs (..) or holds characters that are refused. Use the addresses of openapi.json.");
    }

    private static ApiProblem unknownCaller() {
        return ApiProblem.of(
                401,
                "token",
                "トークンがありません",
                "有効なトークンを Authorization: Bearer nrs_… として付けてください。期限切れや失効のときは管理者に発行を依頼してください。",
                "Send a valid token as Authorization: Bearer nrs_…. Ask the administrator if it expired or was revoked.");
    }

    static ApiProblem forbidden() {
        return ApiProblem.of(
                403,
                "forbidden",
                "許可されていません",
                "このトークンではこの操作はできません。管理者に適用範囲と役割を確かめてください。",
                "This token may not do this. Ask the administrator about its scopes and roles.");
    }
}
