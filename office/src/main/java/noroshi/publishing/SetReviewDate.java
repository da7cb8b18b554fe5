package noroshi.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import noroshi.routes.Staffing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says by when an article is to be looked at again, or that it need not be. */
@Component
public final class SetReviewDate {

    static final int NOTE_CHARACTERS_MAX = 200;
    static final int YEARS_MAX = 10;

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final ReviewDates dates;
    private final Audit audit;

    SetReviewDate(Tenancy tenancy, ArticleStore articles, ReviewDates dates, Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.dates = dates;
        this.audit = audit;
    }

    /** @param dueOn null: no date any more */
    public record Command(
            String government, long article, @Nullable LocalDate dueOn, String note, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> {
            var lacking = Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.PUBLISHER);
            if (lacking.isPresent()) return lacking.get();
            var found = articles.lock(command.government(), command.article());
            if (found.isEmpty()) return Outcome.missing(command.article());
            var article = found.get();
            var dueOn = command.dueOn();
            var today = Staffing.day(command.at());
            if (dueOn != null && (dueOn.isBefore(today) || dueOn.isAfter(today.plusYears(YEARS_MAX))))
                return invalid("見直し日は、きょうから%d年以内の日付にしてください。".formatted(YEARS_MAX));
            if (command.note().length() > NOTE_CHARACTERS_MAX)
                return invalid("見直しのメモは%d文字以内にしてください。".formatted(NOTE_CHARACTERS_MAX));
            if (dueOn == null) dates.clear(article);
            else dates.put(article, dueOn, command.note(), command.by().id(), command.at());
            audit.record(
                    command.government(),
                    command.by().id(),
                    "article.review-date",
                    Opening.subject(article),
                    dueOn == null ? "なし" : dueOn.toString());
            return new Outcome.Done(article, articles.newest(article));
        });
    }

    private static Outcome invalid(String message) {
        return new Outcome.Invalid(List.of(new Problem("reviewDate", message)));
    }
}
