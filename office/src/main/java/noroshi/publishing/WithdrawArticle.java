package noroshi.publishing;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Takes an article from the public pages (its address then answers 410), or drops a draft. Nothing is deleted. */
@Component
public final class WithdrawArticle {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Opening opening;

    WithdrawArticle(Tenancy tenancy, ArticleStore articles, Opening opening) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.opening = opening;
    }

    /** @param edition the newest edition as the officer saw it; @param reason for the record */
    public record Command(String government, long article, int edition, String reason, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return Said.tooLong("reason", command.reason())
                .orElseGet(() -> tenancy.in(command.government(), () -> decide(command)));
    }

    private Outcome decide(Command command) {
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        var lacking = article.publicEdition() == null
                ? Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.PUBLISHER, Role.EMERGENCY)
                : Rights.lacking(command.by(), command.government(), Role.PUBLISHER, Role.EMERGENCY);
        if (lacking.isPresent()) return lacking.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        var edition = articles.newest(article);
        if (article.state() == ArticleState.WITHDRAWN) return new Outcome.Done(article, edition);

        var gone = opening.leave(article, command.by().id(), command.at(), "withdrawn", command.reason());
        return new Outcome.Done(gone, edition);
    }
}
