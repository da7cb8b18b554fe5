package noroshi.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses to even look at an attempt when its address has made too many. */
final class SignInLimitFilter extends OncePerRequestFilter {

    private final SignInLimit limit;

    SignInLimitFilter(SignInLimit limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean attempt =
                request.getMethod().equals("POST") && request.getServletPath().startsWith("/sign-in");
        if (!attempt) chain.doFilter(request, response);
        else if (limit.allows(request.getRemoteAddr())) attempt(request, response, chain);
        else response.sendRedirect("/sign-in?problem=busy");
    }

    private void attempt(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int before = proofs();
        chain.doFilter(request, response);
        if (proofs() > before) limit.succeeded(request.getRemoteAddr());
    }

    /** How far whoever asks has come: a stranger 0, with the password 1 where a second proof is owed, an officer 2. */
    private static int proofs() {
        var known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null) return 0;
        return switch (known.getPrincipal()) {
            case Officer officer -> 2;
            case HalfSignedIn half -> 1;
            case null, default -> 0;
        };
    }
}
