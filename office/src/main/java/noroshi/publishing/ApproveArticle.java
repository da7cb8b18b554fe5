package noroshi.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.routes.Given;
import noroshi.routes.Progress;
import noroshi.routes.Seat;
import org.springframework.stereotype.Component;

/**
 * One officer's approval of the newest edition in the step of its route that is under way, in their own name or an absent
 * colleague's. With the last one needed the edition is approved, and circulates.
 */
@Component
public final class ApproveArticle {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Approvals approvals;
    private final Reviews reviews;
    private final Waivers waivers;
    private final Audit audit;

    ApproveArticle(
            Tenancy tenancy,
            ArticleStore articles,
            Approvals approvals,
            Reviews reviews,
            Waivers waivers,
            Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.approvals = approvals;
        this.reviews = reviews;
        this.waivers = waivers;
        this.audit = audit;
    }

    /**
     * @param edition the one the approver has read
     * @param reason why errors that the checks find may stay; empty: none is given
     */
    public record Command(
            String government, long article, int edition, String comment, String reason, Officer by, Instant at) {

        public Command(String government, long article, int edition, String comment, Officer by, Instant at) {
            this(government, article, edition, comment, "", by, at);
        }
    }

    public Outcome handle(Command command) {
        return Said.tooLong("comment", command.comment())
                .orElseGet(() -> tenancy.in(command.government(), () -> decide(command)));
    }

    private Outcome decide(Command command) {
        var by = command.by();
        var lacking = Rights.elsewhere(by, command.government());
        if (lacking.isPresent()) return lacking.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        var edition = articles.newest(article);
        var progress = reviews.progress(article, edition);
        // A second click: this officer's approval stands already.
        if (progress.hasDecided(by.id())
                && (article.state() == ArticleState.REVIEW || article.state() == ArticleState.APPROVED))
            return new Outcome.Done(article, edition);
        if (article.state() != ArticleState.REVIEW) return notInReview(by, article);
        var staff = reviews.staff(command.government(), command.at());
        var seat = progress.seat(by, staff);
        if (seat.isEmpty()) return noSeat(by, progress);
        if (reviews.excluded(edition).contains(by.id())
                || reviews.excluded(edition).contains(represented(seat.get())))
            return new Outcome.NotAllowed("自分が書いた版は承認できません。ほかの承認者に依頼してください。");
        var flawed = waivers.refusal(edition, new Waivers.Wish(by, command.reason(), command.at()));
        return flawed.orElseGet(() -> approve(command, article, edition, progress, seat.get()));
    }

    private static long represented(Seat seat) {
        var absent = seat.forOfficer();
        return absent == null ? 0 : absent;
    }

    private Outcome approve(Command command, Article article, Edition edition, Progress progress, Seat seat) {
        var given = new Given(seat.step().position(), command.by().id(), seat.forOfficer());
        approvals.approve(edition, given, command.comment(), command.at());
        var after = progress.with(given);
        var next = after.isComplete() ? article.in(ArticleState.APPROVED) : article;
        articles.save(next);
        if (after.isComplete()) reviews.circulate(edition, command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "article.approved",
                Opening.subject(article),
                detail(edition, after, seat, command));
        return new Outcome.Done(next, edition);
    }

    private String detail(Edition edition, Progress after, Seat seat, Command command) {
        var delegated = seat.forOfficer() == null
                ? ""
                : "（%sさんの代理）"
                        .formatted(reviews.staff(command.government(), command.at()).active().stream()
                                .filter(officer -> officer.id() == represented(seat))
                                .map(Officer::name)
                                .collect(Collectors.joining()));
        return "第%d版 %s %d/%d%s %s"
                .formatted(
                        edition.number(),
                        seat.step().name(),
                        after.count(seat.step()),
                        seat.step().required(),
                        delegated,
                        command.comment())
                .strip();
    }

    private static Outcome notInReview(Officer by, Article article) {
        if (!by.has(Role.APPROVER) && !by.has(Role.HEAD) && !by.has(Role.PUBLISHER))
            return Rights.lacking(by, article.government(), Role.APPROVER).orElseThrow();
        return new Outcome.NotAllowed("承認待ちではありません（現在: %s）。作成者に承認の依頼をしてもらってください。"
                .formatted(article.state().japanese()));
    }

    /** The route does not want this officer now. */
    private static Outcome noSeat(Officer by, Progress progress) {
        var step = progress.current();
        if (step.isEmpty()) return new Outcome.NotAllowed("必要な承認はそろっています。");
        boolean later = progress.steps().stream()
                .anyMatch(one -> one.position() > step.get().position() && one.suits(by, progress.government()));
        if (later)
            return new Outcome.NotAllowed("いまは第%d段階「%s」の承認を待っています。その承認のあとで承認してください。"
                    .formatted(step.get().position(), step.get().name()));
        var role = step.get().role();
        return Optional.ofNullable(role)
                .filter(wanted -> !by.has(wanted))
                .flatMap(wanted -> Rights.lacking(by, progress.government(), wanted))
                .orElseGet(() -> new Outcome.NotAllowed("第%d段階「%s」を承認できる職員に入っていません。承認できる職員に依頼してください。"
                        .formatted(step.get().position(), step.get().name())));
    }
}
