package noroshi.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Publishes what a machine knows, in the name of the system: one article for each origin, a new edition only when its words
 * changed. Taking the same fact twice changes nothing.
 */
@Component
public final class PublishAutomatically {

    private static final String SYSTEM_NAME = "防災気象情報（自動）";

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Officers officers;
    private final SeriesShelf series;
    private final ContentCheck check;
    private final ArticleStore articles;
    private final Opening opening;
    private final Audit audit;

    PublishAutomatically(
            Tenancy tenancy,
            JdbcClient sql,
            Officers officers,
            SeriesShelf series,
            ContentCheck check,
            ArticleStore articles,
            Opening opening,
            Audit audit) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.officers = officers;
        this.series = series;
        this.check = check;
        this.articles = articles;
        this.opening = opening;
        this.audit = audit;
    }

    /**
     * @param origin what the article is about, stable over all reports, e.g. {@code jma:20110311144640}
     * @param change what the new words are to readers of the old ones; not used for the first edition
     * @param closesAt when it leaves the public pages; null: never
     */
    public record Command(
            String government,
            String series,
            String origin,
            Content content,
            Change change,
            PublishingLane lane,
            @Nullable Instant closesAt,
            Instant at) {}

    /** Done also when nothing had to change; compare the edition's number to know. */
    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    /** Takes the origin's article from the public pages; Done also when it is gone already. */
    public Outcome withdraw(String government, String origin, String reason, Instant at) {
        return tenancy.in(government, () -> {
            hold(government, origin);
            var found = articles.lockByOrigin(government, origin);
            if (found.isEmpty()) return new Outcome.Missing("「%s」から作られた記事はありません。".formatted(origin));
            var article = found.get();
            if (article.state() != ArticleState.WITHDRAWN)
                article = opening.leave(article, system(government, at).id(), at, "withdrawn", reason);
            return new Outcome.Done(article, articles.newest(article));
        });
    }

    private Outcome decide(Command command) {
        var problems = problems(command);
        if (!problems.isEmpty()) return new Outcome.Invalid(problems);
        hold(command.government(), command.origin());
        var system = system(command.government(), command.at());
        var found = articles.lockByOrigin(command.government(), command.origin());
        if (found.isEmpty()) return publish(create(command, system), Change.update(), command, system);
        var article = found.get();
        if (withdrawnByAPerson(article, system))
            return new Outcome.NotAllowed("記事 %d は職員が公開を終えました。自動では再公開しません。".formatted(article.id()));
        boolean same = articles.newest(article).content().equals(command.content());
        if (same && article.isPublicAsWritten()) return new Outcome.Done(article, articles.newest(article));
        return publish(article.revised(), command.change(), command, system);
    }

    private Outcome publish(Article article, Change change, Command command, Officer system) {
        var edition = new Edition(
                article.government(),
                article.id(),
                article.newestEdition(),
                command.content(),
                change,
                system.id(),
                command.at());
        articles.addEdition(edition);
        var opened = opening.open(
                article, edition, command.lane(), command.closesAt(), system.id(), command.at(), "published");
        // The review happened when the rules were agreed on: no person is asked afterwards.
        var reviewed = opened.reviewed();
        articles.save(reviewed);
        return new Outcome.Done(reviewed, edition);
    }

    private Article create(Command command, Officer system) {
        var id = articles.create(command.government(), command.series(), command.origin(), system.id(), command.at());
        var article = articles.lock(command.government(), id).orElseThrow();
        audit.record(command.government(), system.id(), "article.written", Opening.subject(article), command.origin());
        return article;
    }

    private List<Problem> problems(Command command) {
        var problems = new ArrayList<Problem>();
        if (series.find(command.government(), command.series()).isEmpty())
            problems.add(
                    new Problem("series", "団体 %s に媒体「%s」はありません。".formatted(command.government(), command.series())));
        problems.addAll(check.problems(command.government(), command.content()));
        problems.addAll(ReviseArticle.problems(command.change()));
        return problems;
    }

    private boolean withdrawnByAPerson(Article article, Officer system) {
        if (article.state() != ArticleState.WITHDRAWN) return false;
        return sql.sql("""
                        select act = 'withdrawn' and officer <> :system from publication
                         where government = :government and article = :article order by id desc limit 1
                        """)
                .param("system", system.id())
                .param("government", article.government())
                .param("article", article.id())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    private Officer system(String government, Instant at) {
        return officers.system(government, SYSTEM_NAME, at);
    }

    /** Two reports of one origin come one after the other, also before its article exists. */
    private void hold(String government, String origin) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 7300))::text")
                .param("key", government + " " + origin)
                .query(String.class)
                .single();
    }
}
