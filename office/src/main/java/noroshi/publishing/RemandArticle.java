package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/** Sends an edition back to its author with the reason; approvals given so far no longer count. */
@Component
public final class RemandArticle {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Approvals approvals;
    private final Reviews reviews;
    private final Audit audit;

    RemandArticle(Tenancy tenancy, ArticleStore articles, Approvals approvals, Reviews reviews, Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.approvals = approvals;
        this.reviews = reviews;
        this.audit = audit;
    }

    public record Command(String government, long article, int edition, String reason, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return Said.tooLong("reason", command.reason())
                .orElseGet(() -> tenancy.in(command.government(), () -> decide(command)));
    }

    private Outcome decide(Command command) {
        var elsewhere = Rights.elsewhere(command.by(), command.government());
        if (elsewhere.isPresent()) return elsewhere.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        var lacking = lacking(command, article);
        if (lacking.isPresent()) return lacking.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        if (article.state() != ArticleState.REVIEW && article.state() != ArticleState.APPROVED)
            return new Outcome.NotAllowed(
                    "差し戻せるのは承認待ちか承認済みの記事だけです（現在: %s）。".formatted(article.state().japanese()));
        if (command.reason().isBlank())
            return new Outcome.Invalid(List.of(new Problem("reason", "差し戻しの理由がありません。作成者に伝えることを入力してください。")));

        var edition = articles.newest(article);
        var back = article.in(ArticleState.DRAFT);
        articles.save(back);
        approvals.add(edition, command.by().id(), "remanded", command.reason(), command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "article.remanded",
                Opening.subject(article),
                command.reason());
        return new Outcome.Done(back, edition);
    }

    /** Approvers, publishers, and whomever the route wants now. */
    private Optional<Outcome> lacking(Command command, Article article) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.APPROVER, Role.PUBLISHER);
        if (lacking.isEmpty() || article.state() != ArticleState.REVIEW) return lacking;
        return reviews.progress(article, articles.newest(article))
                        .seat(command.by(), reviews.staff(command.government(), command.at()))
                        .isPresent()
                ? Optional.empty()
                : lacking;
    }
}
