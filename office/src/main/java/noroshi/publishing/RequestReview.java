package noroshi.publishing;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Asks for approval of the newest edition. Where a series needs none, the edition is approved at once. */
@Component
public final class RequestReview {

    private final Tenancy tenancy;
    private final SeriesShelf series;
    private final ArticleStore articles;
    private final Approvals approvals;
    private final Audit audit;

    RequestReview(Tenancy tenancy, SeriesShelf series, ArticleStore articles, Approvals approvals, Audit audit) {
        this.tenancy = tenancy;
        this.series = series;
        this.articles = articles;
        this.approvals = approvals;
        this.audit = audit;
    }

    public record Command(String government, long article, int edition, String comment, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.EMERGENCY);
        if (lacking.isPresent()) return lacking.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        boolean needed = series.get(command.government(), article.series()).approvals() > 0;
        // A second click: what this officer asked for is so already.
        if (article.state() == (needed ? ArticleState.REVIEW : ArticleState.APPROVED)
                && approvals.newestRequest(articles.newest(article))
                        == command.by().id()) return new Outcome.Done(article, articles.newest(article));
        if (article.state() != ArticleState.DRAFT)
            return new Outcome.NotAllowed("承認を依頼できるのは下書きだけです（現在: %s）。直すときは新しい版を書いてください。"
                    .formatted(article.state().japanese()));

        var asked = article.in(needed ? ArticleState.REVIEW : ArticleState.APPROVED);
        var edition = articles.newest(article);
        articles.save(asked);
        approvals.add(edition, command.by().id(), "requested", command.comment(), command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "article.review-requested",
                Opening.subject(article),
                command.comment());
        return new Outcome.Done(asked, edition);
    }
}
