package noroshi.publishing;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** The review that follows an emergency publication: by someone else than its author, and on the record. */
@Component
public final class ReviewEmergencyArticle {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Approvals approvals;
    private final Audit audit;

    ReviewEmergencyArticle(Tenancy tenancy, ArticleStore articles, Approvals approvals, Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.approvals = approvals;
        this.audit = audit;
    }

    /** @param edition the newest as the reviewer saw it: nobody clears words that they have not read */
    public record Command(String government, long article, int edition, String comment, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return Said.tooLong("comment", command.comment())
                .orElseGet(() -> tenancy.in(command.government(), () -> decide(command)));
    }

    private Outcome decide(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.APPROVER);
        if (lacking.isPresent()) return lacking.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        if (!article.reviewDue()) return new Outcome.NotAllowed("事後確認を待っている記事ではありません。");
        var seen = article.publicEdition() == null
                ? articles.newest(article)
                : articles.edition(article, article.publicEdition());
        if (seen.writtenBy() == command.by().id())
            return new Outcome.NotAllowed("自分が緊急発信した記事は確認できません。ほかの承認者に依頼してください。");

        var reviewed = article.reviewed();
        articles.save(reviewed);
        approvals.add(seen, command.by().id(), "reviewed", command.comment(), command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "article.reviewed",
                Opening.subject(article),
                command.comment());
        return new Outcome.Done(reviewed, articles.newest(reviewed));
    }
}
