package noroshi.desk;

import java.util.List;
import noroshi.people.Sessions;
import org.jspecify.annotations.Nullable;

/** A sign-in as its list shows it. @param here it is the browser that looks */
public record SessionRow(
        String id, String how, String address, String agent, String begun, String seen, boolean open, boolean here) {

    static List<SessionRow> of(List<Sessions.Session> sessions, @Nullable String here) {
        return sessions.stream()
                .map(s -> new SessionRow(
                        s.id(),
                        how(s.how()),
                        s.address(),
                        browser(s.agent()),
                        Moments.brief(s.begunAt()),
                        Moments.brief(s.seenAt()),
                        s.open(),
                        s.id().equals(here)))
                .toList();
    }

    private static String how(String how) {
        return switch (how) {
            case "second-factor" -> "パスワードと確認コード";
            case "passkey" -> "パスキー";
            case "oidc" -> "外部の認証";
            default -> "パスワード";
        };
    }

    /** What a person can tell apart. */
    private static String browser(String agent) {
        var program = agent.contains("Edg/")
                ? "Edge"
                : agent.contains("Firefox/")
                        ? "Firefox"
                        : agent.contains("Chrome/") ? "Chrome" : agent.contains("Safari/") ? "Safari" : "ほかのプログラム";
        var system = agent.contains("iPhone") || agent.contains("iPad")
                ? "iOS"
                : agent.contains("Android")
                        ? "Android"
                        : agent.contains("Windows")
                                ? "Windows"
                                : agent.contains("Mac OS") ? "macOS" : agent.contains("Linux") ? "Linux" : "";
        return system.isEmpty() ? program : program + "（" + system + "）";
    }
}
