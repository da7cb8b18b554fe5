package noroshi.publishing;

import java.time.Instant;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** One officer's approval of the newest edition, never by its author. With the last one needed the edition is approved. */
@Component
public final class ApproveArticle {

    private final Tenancy tenancy;
    private final SeriesShelf series;
    private final ArticleStore articles;
    private final Approvals approvals;
    private final Audit audit;

    ApproveArticle(Tenancy tenancy, SeriesShelf series, ArticleStore articles, Approvals approvals, Audit audit) {
        this.tenancy = tenancy;
        this.series = series;
        this.articles = articles;
        this.approvals = approvals;
        this.audit = audit;
    }

    /** @param edition the one the approver has read */
    public record Command(String government, long article, int edition, String comment, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.APPROVER);
        if (lacking.isPresent()) return lacking.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        var edition = articles.newest(article);
        var standing = approvals.standing(edition);
        // A second click: this officer's approval stands already.
        if (standing.contains(command.by().id())
                && (article.state() == ArticleState.REVIEW || article.state() == ArticleState.APPROVED))
            return new Outcome.Done(article, edition);
        var refusal = refusal(command.by(), article, edition);
        if (refusal.isPresent()) return refusal.get();

        approvals.add(edition, command.by().id(), "approved", command.comment(), command.at());
        int needed = series.get(command.government(), article.series()).approvals();
        var after = standing.size() + 1 >= needed ? article.in(ArticleState.APPROVED) : article;
        articles.save(after);
        audit.record(
                command.government(),
                command.by().id(),
                "article.approved",
                Opening.subject(article),
                "第%d版 %d/%d %s"
                        .formatted(edition.number(), standing.size() + 1, needed, command.comment())
                        .strip());
        return new Outcome.Done(after, edition);
    }

    private static Optional<Outcome> refusal(Officer by, Article article, Edition edition) {
        if (article.state() != ArticleState.REVIEW)
            return refused("承認待ちではありません（現在: %s）。作成者に承認の依頼をしてもらってください。"
                    .formatted(article.state().japanese()));
        if (edition.writtenBy() == by.id()) return refused("自分が書いた版は承認できません。ほかの承認者に依頼してください。");
        return Optional.empty();
    }

    private static Optional<Outcome> refused(String reason) {
        return Optional.of(new Outcome.NotAllowed(reason));
    }
}
