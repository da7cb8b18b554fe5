package noroshi.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Looks at every request whether the officer still works here and in which roles: a session never outlives a right. */
final class StillThereFilter extends OncePerRequestFilter {

    /** An officer who does nothing for so long must sign in again. */
    static final Duration REST = Duration.ofHours(8);

    private static final String MARK = "noroshi.password-mark.";

    private final SignIn signIn;
    private final Sessions sessions;
    private final InstantSource clock;

    StillThereFilter(SignIn signIn, Sessions sessions, InstantSource clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.clock = clock;
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
        var session = request.getSession();
        var here = begin(officer, session, request);
        var look = signIn.look(officer, sessions, here, clock.instant());
        if (look.isEmpty() || hasOldPassword(officer, look.get().mark(), session)) end(request);
        else if (!look.get().officer().equals(officer)) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(OfficerProvider.signedIn(look.get().officer()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
        // Whoever has just chosen a password of their own goes on with it; their other sessions end.
        boolean changed = request.getMethod().equals("POST")
                && request.getServletPath().equals("/password")
                && response.getStatus() == HttpServletResponse.SC_FOUND;
        var after = request.getSession(false);
        if (changed && after != null && after.getAttribute(MARK + officer.id()) != null)
            after.setAttribute(MARK + officer.id(), signIn.passwordMark(officer));
    }

    /** Whichever way an officer signed in: with the first request that follows, the session stands in the list. */
    private String begin(Officer officer, HttpSession session, HttpServletRequest request) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var known = SessionMark.find(session, officer);
            if (known != null) return known;
            var id = sessions.begin(
                    officer,
                    SessionMark.how(session),
                    request.getRemoteAddr(),
                    request.getHeader("User-Agent"),
                    clock.instant());
            SessionMark.set(session, officer, id);
            session.setMaxInactiveInterval((int) REST.toSeconds());
            return id;
        }
    }

    /** A session that was begun with a password that is no longer theirs: perhaps somebody else's, and the reason for the new one. */
    private static boolean hasOldPassword(Officer officer, String mark, HttpSession session) {
        var begun = session.getAttribute(MARK + officer.id());
        if (begun == null) session.setAttribute(MARK + officer.id(), mark);
        return begun != null && !begun.equals(mark);
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
}
