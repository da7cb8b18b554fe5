package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/** Whoever may decide on an edition says what is wrong at a place of its text. */
@Component
public final class AddRemark {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Remarks remarks;
    private final Reviews reviews;
    private final Audit audit;

    AddRemark(Tenancy tenancy, ArticleStore articles, Remarks remarks, Reviews reviews, Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.remarks = remarks;
        this.reviews = reviews;
        this.audit = audit;
    }

    /** @param line of the body, counted from 1; 0: where the quote stands; @param quote words of that line; empty: the line */
    public record Command(
            String government,
            long article,
            int edition,
            int line,
            String quote,
            String comment,
            Officer by,
            Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var elsewhere = Rights.elsewhere(command.by(), command.government());
        if (elsewhere.isPresent()) return elsewhere.get();
        var found = articles.lock(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        var lacking = lacking(command, article);
        if (lacking.isPresent()) return lacking.get();
        if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
        var edition = articles.newest(article);
        var problem = problem(command, article);
        if (problem.isPresent()) return new Outcome.Invalid(List.of(problem.get()));
        var place = place(edition.content().body(), command);
        if (place.isEmpty())
            return new Outcome.Invalid(List.of(new Problem(
                    "quote",
                    command.quote().isBlank()
                            ? "その行はありません。行を選び直してください。"
                            : "引用した言葉「%s」が本文に見つかりません。本文からそのまま写してください。".formatted(command.quote()))));
        remarks.add(
                edition,
                place.get().line(),
                place.get().words(),
                command.comment().strip(),
                command.by().id(),
                command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "article.remarked",
                Opening.subject(article),
                "第%d版 %d行目: %s"
                        .formatted(
                                edition.number(),
                                place.get().line(),
                                command.comment().strip()));
        return new Outcome.Done(article, edition);
    }

    private Optional<Outcome> lacking(Command command, Article article) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.APPROVER, Role.PUBLISHER, Role.HEAD);
        if (lacking.isEmpty()) return lacking;
        var seat = reviews.progress(article, articles.newest(article))
                .seat(command.by(), reviews.staff(command.government(), command.at()));
        return seat.isPresent() ? Optional.empty() : lacking;
    }

    private Optional<Problem> problem(Command command, Article article) {
        var comment = command.comment().strip();
        if (comment.isEmpty()) return Optional.of(new Problem("remark", "指摘の内容がありません。何をどう直すかを入力してください。"));
        if (comment.length() > Remark.COMMENT_CHARACTERS_MAX)
            return Optional.of(new Problem("remark", "指摘は%,d文字以内にしてください。".formatted(Remark.COMMENT_CHARACTERS_MAX)));
        if (command.quote().length() > Remark.QUOTE_CHARACTERS_MAX)
            return Optional.of(new Problem("quote", "引用は%d文字以内にしてください。".formatted(Remark.QUOTE_CHARACTERS_MAX)));
        if (remarks.open(article.government(), article.id()).size() >= Remark.OPEN_MAX)
            return Optional.of(new Problem("remark", "指摘が%d件あります。先に作成者に直してもらってください。".formatted(Remark.OPEN_MAX)));
        return Optional.empty();
    }

    private record Place(int line, String words) {}

    private static Optional<Place> place(String body, Command command) {
        var quote = command.quote().strip();
        if (!quote.isEmpty())
            return Passage.find(body, command.line(), quote).map(passage -> new Place(passage.line(), quote));
        var lines = body.split("\n", -1);
        if (command.line() < 1 || command.line() > lines.length) return Optional.empty();
        var line = lines[command.line() - 1].strip();
        var words =
                line.length() <= Remark.QUOTE_CHARACTERS_MAX ? line : line.substring(0, Remark.QUOTE_CHARACTERS_MAX);
        return Optional.of(new Place(command.line(), words));
    }
}
