package noroshi.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.people.Tokens;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls, from the token in the Authorization header (RFC 6750 §2.1). */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final InstantSource clock;
    private final ApiProblems problems;

    BearerFilter(Tokens tokens, InstantSource clock, ApiProblems problems) {
        this.tokens = tokens;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            try {
                tokens.find(header.substring(SCHEME.length()).strip(), clock.instant())
                        .ifPresent(BearerFilter::enter);
            } catch (RuntimeException e) {
                // The edge of the API: without the database nobody is known, and the caller shall come again.
                problems.resolveException(request, response, null, e);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void enter(Bearer bearer) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(bearer, null, authorities(bearer)));
        SecurityContextHolder.setContext(context);
    }

    /** Every scope the token has, as {@code SCOPE_articles:write}: for rules by address. */
    private static List<SimpleGrantedAuthority> authorities(Bearer bearer) {
        return Arrays.stream(Scope.values())
                .filter(bearer::may)
                .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope.code()))
                .toList();
    }
}
