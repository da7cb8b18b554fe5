package noroshi.publishing;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** 引き戻し: whoever wrote an edition, or asked for its approval, takes it back while it waits; approvals given so far no longer count. */
@Component
public final class PullBackArticle {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Approvals approvals;
    private final Audit audit;

    PullBackArticle(Tenancy tenancy, ArticleStore articles, Approvals approvals, Audit audit) {
        this.tenancy = tenancy;
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
        if (edition.writtenBy() != command.by().id()
                && approvals.newestRequest(edition) != command.by().id())
            return new Outcome.NotAllowed("引き戻せるのは、書いた人か承認を依頼した人だけです。直す必要があるときは、承認者に差し戻しを頼んでください。");
        // A second click: it is back already.
        if (article.state() == ArticleState.DRAFT) return new Outcome.Done(article, edition);
        if (article.state() != ArticleState.REVIEW)
            return new Outcome.NotAllowed("引き戻せるのは承認待ちの記事だけです（現在: %s）。直すときは新しい版を書いてください。"
                    .formatted(article.state().japanese()));
        var back = article.in(ArticleState.DRAFT);
        articles.save(back);
        approvals.add(edition, command.by().id(), "pulled-back", command.comment(), command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "article.pulled-back",
                Opening.subject(article),
                command.comment());
        return new Outcome.Done(back, edition);
    }
}
