package noroshi.publishing;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Takes back the promise to replace the public edition; readers notice nothing, and the newer edition stays approved. */
@Component
public final class CancelReplacement {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Replacements replacements;
    private final Audit audit;

    CancelReplacement(Tenancy tenancy, ArticleStore articles, Replacements replacements, Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.replacements = replacements;
        this.audit = audit;
    }

    public record Command(String government, long article, int edition, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.PUBLISHER, Role.EMERGENCY);
        if (lacking.isPresent()) return lacking.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        var edition = articles.newest(article);
        var replacement = replacements.find(article.government(), article.id());
        // A second click: there is no promise any more.
        if (replacement.isEmpty()) return new Outcome.Done(article, edition);
        replacements.drop(article);
        var after = article.state() == ArticleState.SCHEDULED ? article.in(ArticleState.APPROVED) : article;
        articles.save(after);
        audit.record(
                command.government(),
                command.by().id(),
                "article.replacement-cancelled",
                Opening.subject(article),
                "第%d版".formatted(replacement.get().edition()));
        return new Outcome.Done(after, edition);
    }
}
