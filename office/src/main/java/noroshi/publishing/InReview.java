package noroshi.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.routes.EditionRoutes;
import noroshi.routes.Given;
import noroshi.routes.Progress;
import noroshi.routes.Route;
import noroshi.routes.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for approval in a government, with how far it has come; a few questions for all of it. Reads inside a door of Tenancy. */
@Repository
public class InReview {

    private static final int ARTICLES_MAX = 2_000;

    private final JdbcClient sql;
    private final EditionRoutes kept;

    public InReview(JdbcClient sql, EditionRoutes kept) {
        this.sql = sql;
        this.kept = kept;
    }

    /** @param since when the step that is under way began; @param writtenBy and @param authorName who wrote the edition */
    public record Waiting(
            long article,
            int edition,
            String title,
            String series,
            long writtenBy,
            String authorName,
            Marks marks,
            Progress progress,
            Instant since) {}

    private record Row(
            long article,
            int edition,
            String title,
            String series,
            int approvals,
            long writtenBy,
            String authorName,
            Marks marks,
            Instant writtenAt) {}

    private record Decided(long article, String decision, Given given, Instant at) {}

    /** The longest waiting first. */
    public List<Waiting> list(String government) {
        var steps = kept.waiting(government);
        var decisions = decisions(government);
        return rows(government).stream()
                .map(row -> waiting(
                        government,
                        row,
                        steps.getOrDefault(
                                row.article(),
                                Route.simple(government, row.series(), row.approvals())
                                        .steps()),
                        decisions.getOrDefault(row.article(), List.of())))
                .sorted(java.util.Comparator.comparing(Waiting::since).thenComparing(Waiting::article))
                .toList();
    }

    private static Waiting waiting(String government, Row row, List<Step> steps, List<Decided> decisions) {
        var progress = new Progress(government, steps, List.of());
        var since = row.writtenAt();
        for (var decided : decisions) {
            var before = progress.current();
            switch (decided.decision()) {
                case "approved" -> progress = progress.with(decided.given());
                case "requested" -> since = decided.at();
                case "remanded", "pulled-back" -> progress = new Progress(government, steps, List.of());
                default -> {}
            }
            if (decided.decision().equals("approved") && !progress.current().equals(before)) since = decided.at();
        }
        return new Waiting(
                row.article(),
                row.edition(),
                row.title(),
                row.series(),
                row.writtenBy(),
                row.authorName(),
                row.marks(),
                progress,
                since);
    }

    private List<Row> rows(String government) {
        return sql.sql("""
                        select a.id, e.number, e.title, a.series, s.approvals, e.written_by, coalesce(o.name, '県の管理者') name, e.marks, e.written_at
                          from article a join edition e on e.government = a.government and e.article = a.id and e.number = a.newest_edition
                          join series s on s.government = a.government and s.code = a.series
                          left join officer o on o.id = e.written_by
                         where a.government = :government and a.state = 'review' order by a.id limit :max
                        """)
                .param("government", government)
                .param("max", ARTICLES_MAX)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("series"),
                        row.getInt("approvals"),
                        row.getLong("written_by"),
                        row.getString("name"),
                        Marks.of(row.getString("marks")),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    private Map<Long, List<Decided>> decisions(String government) {
        var decisions = new HashMap<Long, List<Decided>>();
        sql.sql("""
                        select p.article, p.decision, coalesce(p.step, 1) step, p.officer, p.for_officer, p.at from approval p
                          join article a on a.government = p.government and a.id = p.article and a.newest_edition = p.edition
                         where p.government = :government and a.state = 'review' order by p.id
                        """)
                .param("government", government)
                .query((row, n) -> new Decided(
                        row.getLong("article"),
                        row.getString("decision"),
                        new Given(row.getInt("step"), row.getLong("officer"), row.getObject("for_officer", Long.class)),
                        row.getTimestamp("at").toInstant()))
                .list()
                .forEach(decided -> decisions
                        .computeIfAbsent(decided.article(), article -> new ArrayList<>())
                        .add(decided));
        return decisions;
    }
}
