package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;

/** One sentence that the next screen shows: what was done. It lives in the session between an act and the screen after it. */
final class Notice {

    private static final String KEY = "noroshi.notice";

    private Notice() {}

    static void leave(HttpServletRequest request, String sentence) {
        request.getSession().setAttribute(KEY, sentence);
    }

    static String take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof String sentence)) return "";
        session.removeAttribute(KEY);
        return sentence;
    }
}
