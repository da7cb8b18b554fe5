package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Writes an older edition once more, as the newest: with its words, images and attachments. What readers see stays. */
@Component
public final class RestoreEdition {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final ReviseArticle reviseArticle;
    private final Audit audit;
    private final List<BesideEdition> beside;

    RestoreEdition(
            Tenancy tenancy,
            ArticleStore articles,
            ReviseArticle reviseArticle,
            Audit audit,
            List<BesideEdition> beside) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.reviseArticle = reviseArticle;
        this.audit = audit;
        this.beside = List.copyOf(beside);
    }

    /** @param edition the older one; @param basedOn the newest as the officer saw it */
    public record Command(String government, long article, int edition, int basedOn, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> {
            var elsewhere = Rights.elsewhere(command.by(), command.government());
            if (elsewhere.isPresent()) return elsewhere.get();
            var found = articles.lock(command.government(), command.article());
            if (found.isEmpty()) return Outcome.missing(command.article());
            var article = found.get();
            if (command.edition() < 1 || command.edition() > article.newestEdition())
                return new Outcome.Missing("第%d版はありません。版の一覧から選んでください。".formatted(command.edition()));
            var outcome = reviseArticle.handle(new ReviseArticle.Command(
                    command.government(),
                    command.article(),
                    command.basedOn(),
                    articles.edition(article, command.edition()).content(),
                    Change.update(),
                    command.by(),
                    command.at()));
            if (outcome instanceof Outcome.Done done) {
                beside.forEach(one -> one.copy(
                        command.government(),
                        article.id(),
                        command.edition(),
                        done.edition().number()));
                audit.record(
                        command.government(),
                        command.by().id(),
                        "article.restored",
                        Opening.subject(article),
                        "第%d版の内容から".formatted(command.edition()));
            }
            return outcome;
        });
    }
}
