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

    private static final String MARK = "noroshi.password-mark.";

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
                && !request.getServletPath().startsWith("/assets/")) follow(officer, request, response, chain);
        else chain.doFilter(request, response);
    }

    private void follow(Officer officer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasOldPassword(officer, request)) end(request);
        else refresh(officer, request);
        chain.doFilter(request, response);
        // Whoever has just chosen a password of their own goes on with it; their other sessions end.
        boolean changed = request.getMethod().equals("POST")
                && request.getServletPath().equals("/password")
                && response.getStatus() == HttpServletResponse.SC_FOUND;
        var session = request.getSession(false);
        if (changed && session != null && session.getAttribute(MARK + officer.id()) != null)
            session.setAttribute(MARK + officer.id(), signIn.passwordMark(officer));
    }

    /** A session that was begun with a password that is no longer theirs: perhaps somebody else's, and the reason for the new one. */
    private boolean hasOldPassword(Officer officer, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return false;
        var mark = signIn.passwordMark(officer);
        var begun = session.getAttribute(MARK + officer.id());
        if (begun == null) session.setAttribute(MARK + officer.id(), mark);
        return begun != null && !begun.equals(mark);
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
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
