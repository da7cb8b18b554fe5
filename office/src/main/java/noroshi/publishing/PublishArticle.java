package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the newest edition of an article public, at once or at a promised time.
 *
 * <p>The ordinary lane needs the series' approvals. In the emergency lane one person publishes at once and the review follows.
 */
@Component
public final class PublishArticle {

    private final Tenancy tenancy;
    private final SeriesShelf series;
    private final ArticleStore articles;
    private final Publications publications;
    private final Opening opening;
    private final Announcements announcements;
    private final Listings listings;
    private final Audit audit;

    PublishArticle(
            Tenancy tenancy,
            SeriesShelf series,
            ArticleStore articles,
            Publications publications,
            Opening opening,
            Announcements announcements,
            Listings listings,
            Audit audit) {
        this.tenancy = tenancy;
        this.series = series;
        this.articles = articles;
        this.publications = publications;
        this.opening = opening;
        this.announcements = announcements;
        this.listings = listings;
        this.audit = audit;
    }

    /**
     * @param edition the newest edition as the officer saw it
     * @param opensAt null or past: now; @param closesAt when it leaves the public pages; null: never
     * @param approvedElsewhere an administrator's word that another system holds the approvals; on the record
     */
    public record Command(
            String government,
            long article,
            int edition,
            PublishingLane lane,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            boolean approvedElsewhere,
            Officer by,
            Instant at) {

        boolean isForLater() {
            return opensAt != null && opensAt.isAfter(at);
        }
    }

    /** Runs in one transaction: after it, pages and channels will follow, whatever breaks. */
    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        var lacking = command.lane() == PublishingLane.EMERGENCY
                ? Rights.lacking(command.by(), command.government(), Role.EMERGENCY)
                : Rights.lacking(command.by(), command.government(), Role.PUBLISHER);
        if (lacking.isPresent()) return lacking.get();
        var edition = articles.newest(article);
        if (article.isPublicAsWritten()) return new Outcome.Done(article, edition);
        var refusal = refusal(command, article);
        if (refusal.isPresent()) return refusal.get();

        if (command.approvedElsewhere() && needsApproval(command, article)) article = vouch(article, command);
        return new Outcome.Done(
                command.isForLater() ? promise(article, command) : open(article, edition, command), edition);
    }

    private Optional<Outcome> refusal(Command command, Article article) {
        var closesAt = command.closesAt();
        var opensAt = command.isForLater() && command.opensAt() != null ? command.opensAt() : command.at();
        if (closesAt != null && !closesAt.isAfter(opensAt))
            return Optional.of(
                    new Outcome.Invalid(List.of(new Problem("closesAt", "公開終了の日時が公開開始より後ではありません。日時を確かめてください。"))));
        if (command.isForLater() && command.lane() == PublishingLane.EMERGENCY)
            return refused("緊急発信は予約できません。すぐに公開するか、通常の手順で予約してください。");
        if (command.isForLater() && article.isOpen()) return refused("すでに公開中の記事は予約できません。すぐに公開するか、新しい記事として予約してください。");
        if (article.state() == ArticleState.WITHDRAWN) return refused("公開を終えた記事です。もう一度公開するには新しい版を書いてください。");
        if (command.lane() == PublishingLane.ORDINARY && needsApproval(command, article))
            return approvalMissing(command, article);
        return Optional.empty();
    }

    private boolean needsApproval(Command command, Article article) {
        return command.lane() == PublishingLane.ORDINARY
                && article.state() != ArticleState.APPROVED
                && article.state() != ArticleState.SCHEDULED
                && series.get(article.government(), article.series()).approvals() > 0;
    }

    private static Optional<Outcome> approvalMissing(Command command, Article article) {
        if (!command.approvedElsewhere())
            return refused("第%d版はまだ承認されていません（現在: %s）。承認を依頼するか、緊急のときは緊急発信を使ってください。"
                    .formatted(article.newestEdition(), article.state().japanese()));
        if (!command.by().has(Role.ADMINISTRATOR)) return refused("ほかのシステムでの承認を記録できるのは管理者だけです。承認を依頼してください。");
        return Optional.empty();
    }

    private Article vouch(Article article, Command command) {
        audit.record(
                command.government(),
                command.by().id(),
                "article.approved-elsewhere",
                Opening.subject(article),
                "第%d版".formatted(article.newestEdition()));
        return article.vouchedFor();
    }

    private Article open(Article article, Edition edition, Command command) {
        return opening.open(
                article,
                edition,
                command.lane(),
                command.closesAt(),
                command.by().id(),
                command.at(),
                "published");
    }

    private Article promise(Article article, Command command) {
        var promised = article.promised(command.opensAt(), command.closesAt());
        articles.save(promised);
        publications.add(
                promised, promised.publicEdition(), "scheduled", command.by().id(), command.at());
        var edition = articles.newest(promised);
        announcements.changed(promised, "scheduled", listings.concerning(promised.series(), edition.content()));
        audit.record(
                command.government(),
                command.by().id(),
                "article.scheduled",
                Opening.subject(promised),
                String.valueOf(command.opensAt()));
        return promised;
    }

    private static Optional<Outcome> refused(String reason) {
        return Optional.of(new Outcome.NotAllowed(reason));
    }
}
