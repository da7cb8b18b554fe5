package noroshi.publishing;

import java.time.Instant;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Asks for approval of the newest edition, which keeps its route from then on. Where none is needed, the edition is approved at once. */
@Component
public final class RequestReview {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Approvals approvals;
    private final Reviews reviews;
    private final Audit audit;

    RequestReview(Tenancy tenancy, ArticleStore articles, Approvals approvals, Reviews reviews, Audit audit) {
        this.tenancy = tenancy;
        this.reviews = reviews;
        this.articles = articles;
        this.approvals = approvals;
        this.audit = audit;
    }

    public record Command(String government, long article, int edition, String comment, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return Said.tooLong("comment", command.comment())
                .orElseGet(() -> tenancy.in(command.government(), () -> decide(command)));
    }

    private Outcome decide(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.EMERGENCY);
        if (lacking.isPresent()) return lacking.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        var edition = articles.newest(article);
        var route = reviews.route(article, edition);
        boolean needed = !route.steps().isEmpty();
        // A second click: what this officer asked for is so already.
        if (article.state() == (needed ? ArticleState.REVIEW : ArticleState.APPROVED)
                && approvals.newestRequest(edition) == command.by().id()) return new Outcome.Done(article, edition);
        if (article.state() != ArticleState.DRAFT)
            return new Outcome.NotAllowed("承認を依頼できるのは下書きだけです（現在: %s）。直すときは新しい版を書いてください。"
                    .formatted(article.state().japanese()));
        // What a series' count asks for may be short of people for a while; a route says who, and would wait for
        // nobody.
        var lack = route.isSimple() ? Optional.<String>empty() : reviews.lack(route, edition, command.at());
        if (lack.isPresent()) return new Outcome.NotAllowed(lack.get() + "管理者に、承認の経路か職員の役割を直すよう依頼してください。");

        var asked = article.in(needed ? ArticleState.REVIEW : ArticleState.APPROVED);
        articles.save(asked);
        reviews.begin(route, edition, command.at());
        if (!needed) reviews.circulate(edition, command.at());
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
