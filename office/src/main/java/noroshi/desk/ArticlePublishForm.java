package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** When an edition shall be public, as typed. @param when now or later */
public record ArticlePublishForm(
        boolean emergency,
        String when,
        String opensDate,
        String opensTime,
        String closesDate,
        String closesTime,
        String reason) {

    static ArticlePublishForm read(HttpServletRequest request) {
        return new ArticlePublishForm(
                text(request, "lane").equals("emergency"),
                text(request, "when"),
                text(request, "opensDate"),
                text(request, "opensTime"),
                text(request, "closesDate"),
                text(request, "closesTime"),
                text(request, "reason"));
    }

    /** The hours count only when they were asked for: a date left behind by 予約 must not stop 今すぐ. */
    JapanTime opening() {
        return when.equals("later")
                ? new JapanTime("opens", "公開する日時", opensDate, opensTime)
                : new JapanTime("opens", "公開する日時", "", "");
    }

    JapanTime closing() {
        return new JapanTime("closesAt", "公開を終える日時", closesDate, closesTime);
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
}
