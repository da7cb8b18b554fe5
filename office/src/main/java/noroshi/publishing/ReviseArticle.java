package noroshi.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/** Writes a new edition of an article; readers keep seeing the public one until the new one is published. */
@Component
public final class ReviseArticle {

    private final Tenancy tenancy;
    private final ContentCheck check;
    private final ArticleStore articles;
    private final Audit audit;
    private final List<BesideEdition> beside;

    ReviseArticle(Tenancy tenancy, ContentCheck check, ArticleStore articles, Audit audit, List<BesideEdition> beside) {
        this.tenancy = tenancy;
        this.check = check;
        this.articles = articles;
        this.audit = audit;
        this.beside = List.copyOf(beside);
    }

    /** @param basedOn the edition the author saw while writing; if a newer one exists, nothing is overwritten */
    public record Command(
            String government, long article, int basedOn, Content content, Change change, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.EMERGENCY);
        if (lacking.isPresent()) return lacking.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.newestEdition() != command.basedOn()) return new Outcome.Overtaken(article.newestEdition());
        var problems = new ArrayList<>(check.problems(command.government(), command.content()));
        problems.addAll(problems(command.change()));
        if (!problems.isEmpty()) return new Outcome.Invalid(problems);

        var revised = article.revised();
        var edition = new Edition(
                command.government(),
                article.id(),
                revised.newestEdition(),
                command.content(),
                carried(article, command.change()),
                command.by().id(),
                command.at());
        articles.addEdition(edition);
        beside.forEach(one -> one.copy(edition.government(), article.id(), command.basedOn(), edition.number()));
        articles.save(revised);
        audit.record(
                command.government(),
                command.by().id(),
                "article.revised",
                Opening.subject(article),
                "第%d版".formatted(edition.number()));
        return new Outcome.Done(revised, edition);
    }

    /** A correction not yet public must not be lost because its edition was improved once more before publication. */
    private Change carried(Article article, Change change) {
        if (!change.equals(Change.update())) return change;
        var newest = articles.newest(article);
        boolean isPublic = article.publicEdition() != null && article.publicEdition() == newest.number();
        return isPublic ? change : new Change(newest.change().correction(), false);
    }

    static List<Problem> problems(Change change) {
        if (change.minor() && !change.correction().isBlank())
            return List.of(new Problem("minor", "訂正は「軽微な修正」にできません。どちらか一方にしてください。"));
        if (change.correction().length() > Change.CORRECTION_CHARACTERS_MAX)
            return List.of(new Problem(
                    "correction",
                    "訂正の説明が%d文字あります。%d文字以内にしてください。"
                            .formatted(change.correction().length(), Change.CORRECTION_CHARACTERS_MAX)));
        return List.of();
    }
}
