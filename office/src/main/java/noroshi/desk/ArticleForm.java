package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import noroshi.checks.Draft;
import noroshi.publishing.Article;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.Edition;
import noroshi.publishing.Happening;
import noroshi.publishing.Marks;
import noroshi.publishing.MediaFact;
import noroshi.publishing.Outcome.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of the article form, as typed: shown again unchanged whatever is wrong with it.
 *
 * @param basedOn the edition the officer began with; 0: a new article
 * @param image hash of the lead image, or ""; @param alt its words
 * @param change update, minor or correction; @param once names this form, so that pressing twice writes once
 */
public record ArticleForm(
        int basedOn,
        String series,
        String title,
        String summary,
        String body,
        List<String> areas,
        List<String> topics,
        String department,
        When when,
        String image,
        String alt,
        List<String> attachments,
        String change,
        String correction,
        String once) {

    /** The occasion the article tells of, as typed. */
    public record When(String startDate, String startTime, String endDate, String endTime, String place) {

        static final When NEVER = new When("", "", "", "", "");

        boolean isEmpty() {
            return equals(NEVER);
        }
    }

    static ArticleForm blank(String series, String department, List<String> areas, String once) {
        return new ArticleForm(
                0, series, "", "", "", areas, List.of(), department, When.NEVER, "", "", List.of(), "update", "", once);
    }

    static ArticleForm of(Article article, Edition edition, @Nullable MediaFact image, String once) {
        var content = edition.content();
        var happening = content.happening();
        var when = happening == null
                ? When.NEVER
                : new When(
                        Moments.date(happening.startsAt()),
                        Moments.time(happening.startsAt()),
                        Moments.date(happening.endsAt()),
                        Moments.time(happening.endsAt()),
                        happening.place());
        return new ArticleForm(
                edition.number(),
                article.series(),
                content.title(),
                content.summary(),
                content.body(),
                content.areas(),
                content.topics(),
                content.department() == null ? "" : content.department(),
                when,
                image == null ? "" : image.hash(),
                image == null ? "" : image.alt(),
                content.attachments(),
                "update",
                "",
                once);
    }

    static ArticleForm read(HttpServletRequest request) {
        return new ArticleForm(
                number(text(request, "basedOn")),
                text(request, "series"),
                text(request, "title").strip(),
                text(request, "summary").strip(),
                text(request, "body"),
                list(request, "areas"),
                list(request, "topics"),
                text(request, "department"),
                new When(
                        text(request, "startDate").strip(),
                        text(request, "startTime").strip(),
                        text(request, "endDate").strip(),
                        text(request, "endTime").strip(),
                        text(request, "place").strip()),
                request.getParameter("imageRemove") == null ? text(request, "image") : "",
                text(request, "imageAlt").strip(),
                list(request, "attachments"),
                text(request, "change"),
                text(request, "correction").strip(),
                text(request, "once"));
    }

    ArticleForm withMedia(String image, String alt, List<String> attachments) {
        return new ArticleForm(
                basedOn,
                series,
                title,
                summary,
                body,
                areas,
                topics,
                department,
                when,
                image,
                alt,
                attachments,
                change,
                correction,
                once);
    }

    /** @param act which finding's button was pressed */
    ArticleForm repaired(Draft draft, String act) {
        return new ArticleForm(
                basedOn,
                series,
                title,
                summary,
                ArticleFinding.repaired(draft, act),
                areas,
                topics,
                department,
                when,
                image,
                alt,
                attachments,
                change,
                correction,
                once);
    }

    ArticleForm basedOn(int edition) {
        return new ArticleForm(
                edition,
                series,
                title,
                summary,
                body,
                areas,
                topics,
                department,
                when,
                image,
                alt,
                attachments,
                change,
                correction,
                once);
    }

    public boolean isNew() {
        return basedOn == 0;
    }

    /** What can be made of the fields; what cannot is added to the problems. The marks are not the officer's to change. */
    Content content(Marks marks, List<Problem> problems) {
        return new Content(
                title,
                summary,
                body,
                areas,
                topics,
                department.isBlank() ? null : department,
                happening(problems),
                image.isBlank() ? null : image,
                attachments,
                marks);
    }

    /** What the new edition is to those who read the one before. */
    Change changeToReaders(List<Problem> problems) {
        return switch (change) {
            case "minor" -> Change.minorOne();
            case "correction" -> {
                if (correction.isBlank()) problems.add(new Problem("correction", "訂正の内容がありません。どこをどう訂正したかを入力してください。"));
                yield Change.correcting(correction);
            }
            default -> Change.update();
        };
    }

    @Nullable
    Happening happening(List<Problem> problems) {
        if (when.isEmpty()) return null;
        var start = new JapanTime("event", "開催の開始", when.startDate(), when.startTime());
        var end = new JapanTime("event", "開催の終了", when.endDate(), when.endTime());
        var startsAt = start.read(LocalTime.MIDNIGHT, problems);
        var endsAt = end.read(LocalTime.of(23, 59), problems);
        if (start.isEmpty()) problems.add(new Problem("event", "開催の開始日がありません。開始日を入力するか、開催の欄をすべて空にしてください。"));
        if (when.place().length() > Happening.PLACE_CHARACTERS_MAX) {
            problems.add(new Problem(
                    "event",
                    "開催の場所が%d文字あります。%d文字以内にしてください。".formatted(when.place().length(), Happening.PLACE_CHARACTERS_MAX)));
            return null;
        }
        return startsAt == null ? null : new Happening(startsAt, endsAt, when.place());
    }

    private static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        // Browsers send line ends as CR LF; texts are compared and counted with LF.
        return value == null ? "" : value.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static List<String> list(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        if (values == null) return List.of();
        var list = new ArrayList<String>();
        for (var value : values) if (!value.isBlank()) list.add(value);
        return List.copyOf(list);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
