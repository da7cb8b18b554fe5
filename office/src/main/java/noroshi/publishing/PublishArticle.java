package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * <p>The ordinary lane needs the route's approvals, and a reason where the checks find errors. A public edition stays until the newer
 * one takes its place. In the emergency lane one person publishes at once and the review follows.
 */
@Component
public final class PublishArticle {

    /** Kept with errors that went out by the emergency lane, unless the officer gives another reason. */
    static final String EMERGENCY_REASON = "緊急";

    private final Tenancy tenancy;
    private final Reviews reviews;
    private final Waivers waivers;
    private final Replacements replacements;
    private final ArticleStore articles;
    private final Publications publications;
    private final Opening opening;
    private final Announcements announcements;
    private final Listings listings;
    private final Audit audit;

    PublishArticle(
            Tenancy tenancy,
            Reviews reviews,
            Waivers waivers,
            Replacements replacements,
            ArticleStore articles,
            Publications publications,
            Opening opening,
            Announcements announcements,
            Listings listings,
            Audit audit) {
        this.tenancy = tenancy;
        this.reviews = reviews;
        this.waivers = waivers;
        this.replacements = replacements;
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
     * @param reason why errors that the checks find may stay; empty: none is given
     */
    public record Command(
            String government,
            long article,
            int edition,
            PublishingLane lane,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            boolean approvedElsewhere,
            String reason,
            Officer by,
            Instant at) {

        public Command(
                String government,
                long article,
                int edition,
                PublishingLane lane,
                @Nullable Instant opensAt,
                @Nullable Instant closesAt,
                boolean approvedElsewhere,
                Officer by,
                Instant at) {
            this(government, article, edition, lane, opensAt, closesAt, approvedElsewhere, "", by, at);
        }

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
        var refusal = refusal(command, article).or(() -> gate(command, edition));
        if (refusal.isPresent()) return refusal.get();

        if (command.approvedElsewhere() && needsApproval(command, article)) article = vouch(article, command);
        return new Outcome.Done(
                command.isForLater() ? later(article, edition, command) : open(article, edition, command), edition);
    }

    /** Errors that shut readers out need a reason; in an emergency they are kept for repair. */
    private Optional<Outcome> gate(Command command, Edition edition) {
        if (command.lane() == PublishingLane.ORDINARY)
            return waivers.refusal(edition, new Waivers.Wish(command.by(), command.reason(), command.at()));
        var reason = command.reason().isBlank()
                ? EMERGENCY_REASON
                : shortened(command.reason().strip());
        waivers.passInEmergency(edition, new Waivers.Wish(command.by(), reason, command.at()));
        return Optional.empty();
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), Waivers.REASON_CHARACTERS_MAX));
    }

    private Article later(Article article, Edition edition, Command command) {
        return article.isOpen() ? replaceLater(article, edition, command) : promise(article, command);
    }

    private Optional<Outcome> refusal(Command command, Article article) {
        var closesAt = command.closesAt();
        var opensAt = command.isForLater() && command.opensAt() != null ? command.opensAt() : command.at();
        if (closesAt != null && !closesAt.isAfter(opensAt))
            return Optional.of(
                    new Outcome.Invalid(List.of(new Problem("closesAt", "公開終了の日時が公開開始より後ではありません。日時を確かめてください。"))));
        if (command.isForLater() && article.isOpen() && ends(article, opensAt))
            return refused("いま公開中の版は、その日時より前に公開を終えます。終了の日時より前に差し替えるか、新しい記事として予約してください。");
        if (command.isForLater() && command.lane() == PublishingLane.EMERGENCY)
            return refused("緊急発信は予約できません。すぐに公開するか、通常の手順で予約してください。");
        if (article.state() == ArticleState.WITHDRAWN) return refused("公開を終えた記事です。もう一度公開するには新しい版を書いてください。");
        if (command.lane() == PublishingLane.ORDINARY && needsApproval(command, article))
            return approvalMissing(command, article);
        return Optional.empty();
    }

    private static boolean ends(Article article, Instant before) {
        var closesAt = article.closesAt();
        return closesAt != null && !closesAt.isAfter(before);
    }

    private boolean needsApproval(Command command, Article article) {
        return command.lane() == PublishingLane.ORDINARY
                && article.state() != ArticleState.APPROVED
                && article.state() != ArticleState.SCHEDULED
                && !reviews.route(article, articles.newest(article)).steps().isEmpty();
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
        replacements.drop(article);
        return opening.open(
                article,
                edition,
                command.lane(),
                command.closesAt(),
                command.by().id(),
                command.at(),
                "published");
    }

    /** Readers go on seeing the public edition; nothing about it is announced before the time. */
    private Article replaceLater(Article article, Edition edition, Command command) {
        var opensAt = Objects.requireNonNull(command.opensAt());
        replacements.put(new Replacements.Replacement(
                article.government(), article.id(), edition.number(), opensAt, command.closesAt()));
        var promised = article.in(ArticleState.SCHEDULED);
        articles.save(promised);
        publications.add(promised, edition.number(), "scheduled", command.by().id(), command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "article.scheduled",
                Opening.subject(promised),
                "第%d版への差し替え %s".formatted(edition.number(), opensAt));
        return promised;
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
