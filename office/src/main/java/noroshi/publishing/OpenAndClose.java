package noroshi.publishing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps promises made to the clock: opens what was scheduled, closes what was to end. */
@Component
public final class OpenAndClose {

    private static final int ARTICLES_MAX = 200;

    private record Due(String government, long id) {}

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final ArticleStore articles;
    private final Replacements replacements;
    private final Opening opening;

    OpenAndClose(Tenancy tenancy, JdbcClient sql, ArticleStore articles, Replacements replacements, Opening opening) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.articles = articles;
        this.replacements = replacements;
        this.opening = opening;
    }

    /** Does what is due; each article in its own transaction. Returns how many articles changed; throws when one could not be, after all others. */
    public int handle(Instant now) {
        var opening = due("public_edition is not null and opens_at <= :now", "opens_at", now);
        var troubles = new ArrayList<RuntimeException>();
        opening.forEach(due -> attempt(due, () -> open(due, now), troubles));
        var replacing = tenancy.everywhere(() -> replacements.due(now, ARTICLES_MAX));
        replacing.forEach(due -> attempt(new Due(due.government(), due.article()), () -> replace(due, now), troubles));
        var closing = due("public_edition is not null and closes_at <= :now", "closes_at", now);
        closing.forEach(due -> attempt(due, () -> close(due, now), troubles));
        if (!troubles.isEmpty()) throw troubles.getFirst();
        return opening.size() + replacing.size() + closing.size();
    }

    /** One article that cannot be opened must not keep all that are due after it waiting. */
    private void attempt(Due due, Runnable act, List<RuntimeException> troubles) {
        try {
            tenancy.run(due.government(), act);
        } catch (RuntimeException e) {
            troubles.add(new IllegalStateException("Article %d is due: %s".formatted(due.id(), e), e));
        }
    }

    private List<Due> due(String condition, String order, Instant now) {
        return tenancy.everywhere(() -> sql.sql("select government, id from article where %s order by %s, id limit %d"
                        .formatted(condition, order, ARTICLES_MAX))
                .param("now", Timestamp.from(now))
                .query(Due.class)
                .list());
    }

    private void open(Due due, Instant now) {
        var article = articles.lock(due.government(), due.id()).orElseThrow();
        var number = article.publicEdition();
        var opensAt = article.opensAt();
        if (number == null || opensAt == null || opensAt.isAfter(now)) return;
        // Printed and ordered by the promised time, however late the office notices.
        opening.open(
                article,
                articles.edition(article, number),
                article.lane(),
                article.closesAt(),
                null,
                opensAt,
                "opened");
    }

    private void replace(Replacements.Replacement due, Instant now) {
        var found = articles.lock(due.government(), due.article());
        var standing = replacements.find(due.government(), due.article());
        if (found.isEmpty() || standing.isEmpty() || standing.get().opensAt().isAfter(now)) return;
        var article = found.get();
        replacements.drop(article);
        if (!article.isOpen()) return;
        var replacement = standing.get();
        opening.open(
                article,
                articles.edition(article, replacement.edition()),
                PublishingLane.ORDINARY,
                replacement.closesAt(),
                null,
                replacement.opensAt(),
                "opened");
    }

    private void close(Due due, Instant now) {
        var article = articles.lock(due.government(), due.id()).orElseThrow();
        var closesAt = article.closesAt();
        if (article.publicEdition() == null || closesAt == null || closesAt.isAfter(now)) return;
        opening.leave(article, null, closesAt, "closed", "公開終了の日時になりました");
    }
}
