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

/** Begins an article: a draft with its first edition. */
@Component
public final class WriteArticle {

    private final Tenancy tenancy;
    private final SeriesShelf series;
    private final ContentCheck check;
    private final ArticleStore articles;
    private final Audit audit;

    WriteArticle(Tenancy tenancy, SeriesShelf series, ContentCheck check, ArticleStore articles, Audit audit) {
        this.tenancy = tenancy;
        this.series = series;
        this.check = check;
        this.articles = articles;
        this.audit = audit;
    }

    public record Command(String government, String series, Content content, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.EMERGENCY);
        if (lacking.isPresent()) return lacking.get();
        var problems = problems(command);
        if (!problems.isEmpty()) return new Outcome.Invalid(problems);

        var id = articles.create(
                command.government(), command.series(), null, command.by().id(), command.at());
        var edition = new Edition(
                command.government(),
                id,
                1,
                command.content(),
                Change.update(),
                command.by().id(),
                command.at());
        articles.addEdition(edition);
        var article = articles.lock(command.government(), id).orElseThrow();
        audit.record(
                command.government(), command.by().id(), "article.written", Opening.subject(article), edition.title());
        return new Outcome.Done(article, edition);
    }

    private List<Problem> problems(Command command) {
        var problems = new ArrayList<Problem>();
        if (series.find(command.government(), command.series()).isEmpty())
            problems.add(new Problem("series", "媒体「%s」はこの団体にありません。媒体の一覧から選んでください。".formatted(command.series())));
        problems.addAll(check.problems(command.government(), command.content()));
        return problems;
    }
}
