package noroshi.beacon;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import noroshi.beacon.http.Answer;
import noroshi.snapshot.ViewReport;

/** Counts on their way to the office: {@code ?from=2026-03-11T05:00:00Z} gives the first hour from then on, 204 none. */
final class ViewsOut {

    private final Views views;

    ViewsOut(Views views) {
        this.views = views;
    }

    Answer answer(String target) {
        Instant from;
        try {
            from = Instant.parse(Query.behind(target)
                    .getOrDefault("from", List.of(Instant.EPOCH.toString()))
                    .getFirst());
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Replies.text(400, "from is an instant, e.g. 2026-03-11T05:00:00Z.");
        }
        var report = views.report(from);
        var building = Statuses.of(report == null ? 204 : 200).field("Cache-Control", "no-store");
        return report == null
                ? building.nothing()
                : building.field("Content-Type", ViewReport.TYPE).text(report.text());
    }
}
