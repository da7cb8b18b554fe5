package noroshi.people;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** What a browser's session carries of its own row in the list of sign-ins. */
final class SessionMark {

    /** password, second-factor, passkey or oidc; set by whoever signed the officer in. */
    static final String HOW = "noroshi.session-how";

    private static final String ID = "noroshi.session-id.";

    private SessionMark() {}

    static @Nullable String find(@Nullable HttpSession session, Officer officer) {
        return session != null && session.getAttribute(ID + officer.id()) instanceof String id ? id : null;
    }

    static void set(HttpSession session, Officer officer, String id) {
        session.setAttribute(ID + officer.id(), id);
    }

    static String how(HttpSession session) {
        return session.getAttribute(HOW) instanceof String how ? how : "password";
    }
}
