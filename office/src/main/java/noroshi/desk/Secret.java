package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * A password or token that the next screen shows once, and never again.
 *
 * @param label what it is and whose; @param value "" when there is nothing to show
 */
public record Secret(String label, String value) implements Serializable {

    private static final String KEY = "noroshi.secret";
    private static final Secret NONE = new Secret("", "");

    public boolean isNone() {
        return value.isEmpty();
    }

    static void leave(HttpServletRequest request, String label, String value) {
        request.getSession().setAttribute(KEY, new Secret(label, value));
    }

    static Secret take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof Secret secret)) return NONE;
        session.removeAttribute(KEY);
        return secret;
    }
}
