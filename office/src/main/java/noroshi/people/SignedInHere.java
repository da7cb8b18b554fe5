package noroshi.people;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Which of an officer's listed sign-ins a request comes from. */
public final class SignedInHere {

    private SignedInHere() {}

    public static @Nullable String session(HttpServletRequest request, Officer officer) {
        return SessionMark.find(request.getSession(false), officer);
    }
}
