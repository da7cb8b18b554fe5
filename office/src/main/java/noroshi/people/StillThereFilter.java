package noroshi.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at every request whether the officer still works here and in which roles: a session never outlives a right. */
final class StillThereFilter extends OncePerRequestFilter {

    private final SignIn signIn;

    StillThereFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Officer officer
                && !request.getServletPath().startsWith("/assets/")) refresh(officer, request);
        chain.doFilter(request, response);
    }

    private void refresh(Officer officer, HttpServletRequest request) {
        var now = signIn.stillThere(officer);
        if (now.isPresent() && now.get().equals(officer)) return;
        var context = SecurityContextHolder.createEmptyContext();
        if (now.isPresent()) context.setAuthentication(OfficerProvider.signedIn(now.get()));
        else if (request.getSession(false) != null) request.getSession(false).invalidate();
        SecurityContextHolder.setContext(context);
    }
}
