package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/** Puts an article into another series of its government; the old address leads to the new one for good. */
@Component
public final class MoveArticle {

    private final Tenancy tenancy;
    private final SeriesShelf series;
    private final ArticleStore articles;
    private final Approvals approvals;
    private final Reviews reviews;
    private final MovedPages movedPages;
    private final Listings listings;
    private final Announcements announcements;
    private final Audit audit;

    MoveArticle(
            Tenancy tenancy,
            SeriesShelf series,
            ArticleStore articles,
            Approvals approvals,
            Reviews reviews,
            MovedPages movedPages,
            Listings listings,
            Announcements announcements,
            Audit audit) {
        this.tenancy = tenancy;
        this.series = series;
        this.articles = articles;
        this.approvals = approvals;
        this.reviews = reviews;
        this.movedPages = movedPages;
        this.listings = listings;
        this.announcements = announcements;
        this.audit = audit;
    }

    public record Command(String government, long article, int edition, String series, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.PUBLISHER);
        if (lacking.isPresent()) return lacking.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        if (series.find(command.government(), command.series()).isEmpty())
            return new Outcome.Invalid(
                    List.of(new Problem("series", "媒体「%s」はありません。媒体の一覧から選んでください。".formatted(command.series()))));
        var edition = articles.newest(article);
        if (article.series().equals(command.series())) return new Outcome.Done(article, edition);
        var unapproved = unapproved(command, article);
        if (unapproved.isPresent()) return unapproved.get();

        var moved = article.movedTo(command.series());
        articles.save(moved);
        if (article.publicEdition() != null) lead(article, moved, command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "article.moved",
                Opening.subject(article),
                "%s → %s".formatted(article.path(), moved.path()));
        return new Outcome.Done(moved, edition);
    }

    /** What needs no or few approvals here must not become public there, where more are needed, by changing its place. */
    private Optional<Outcome> unapproved(Command command, Article article) {
        if (command.by().has(Role.ADMINISTRATOR)) return Optional.empty();
        var newest = articles.newest(article);
        var wanted = reviews.route(command.series(), newest);
        int needed = wanted.approvals();
        var present = reviews.progress(article, newest);
        if (present.steps().equals(wanted.steps()) || wanted.isSimple() && needed <= present.required())
            return Optional.empty();
        // It keeps the route it began with, wherever it is.
        if (article.state() == ArticleState.REVIEW)
            return Optional.of(
                    new Outcome.NotAllowed("承認を待っている記事は、承認の経路が違う媒体に移動できません。引き戻すか差し戻して移動してから承認を依頼するか、管理者に移動を依頼してください。"));
        var counting = new TreeSet<Integer>();
        if (article.publicEdition() != null) counting.add(article.publicEdition());
        if (article.state() == ArticleState.APPROVED || article.state() == ArticleState.SCHEDULED)
            counting.add(article.newestEdition());
        for (int number : counting) {
            var edition = articles.edition(article, number);
            int given = approvals.given(edition).size();
            if (!wanted.isSimple() && !reviews.satisfies(wanted, edition, command.at()))
                return Optional.of(
                        new Outcome.NotAllowed("移動先の媒体の経路「%s」で承認する人が、第%d版を承認していません。差し戻して移動してから承認を依頼するか、管理者に移動を依頼してください。"
                                .formatted(wanted.name(), number)));
            if (given < needed)
                return Optional.of(
                        new Outcome.NotAllowed("移動先の媒体では%d人の承認が必要ですが、第%d版の承認は%d人です。差し戻して移動してから承認を依頼するか、管理者に移動を依頼してください。"
                                .formatted(needed, number, given)));
        }
        return Optional.empty();
    }

    private void lead(Article old, Article moved, Instant at) {
        movedPages.add(old.government(), old.path(), moved.path(), at);
        var before = listings.current(old);
        var after = new TreeSet<>(before);
        after.remove("series:" + old.series());
        after.add("series:" + moved.series());
        if (old.isOpen()) listings.place(moved, after);
        var touched = new TreeSet<>(before);
        touched.addAll(after);
        announcements.moved(moved, old.path(), touched);
    }
}
