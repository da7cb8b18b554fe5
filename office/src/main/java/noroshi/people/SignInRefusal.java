package noroshi.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends a refused attempt back to the sign-in page, with no more of the reason than a stranger may know. */
final class SignInRefusal implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        response.sendRedirect("/sign-in?problem=" + word(problem));
    }

    /** A failure that is neither is the office's own, e.g. its database is away. */
    private static String word(AuthenticationException problem) {
        if (problem instanceof LockedException) return "locked";
        return problem instanceof BadCredentialsException ? "refused" : "busy";
    }
}
