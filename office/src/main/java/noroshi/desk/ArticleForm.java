package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalTime;
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
 * @param once names this form, so that pressing twice writes once
 */
public record ArticleForm(int basedOn, String once, Words words, Shelf shelf, When when, Media media, Reason reason) {

    record Words(String title, String summary, String body) {

        static final Words NONE = new Words("", "", "");
    }

    /** Where the article belongs. */
    record Shelf(String series, List<String> areas, List<String> topics, String department) {}

    /** The occasion the article tells of, as typed. */
    public record When(String startDate, String startTime, String endDate, String endTime, String place) {

        static final When NEVER = new When("", "", "", "", "");

        static When of(@Nullable Happening happening) {
            return happening == null
                    ? NEVER
                    : new When(
                            Moments.date(happening.startsAt()),
                            Moments.time(happening.startsAt()),
                            Moments.date(happening.endsAt()),
                            Moments.time(happening.endsAt()),
                            happening.place());
        }

        boolean isEmpty() {
            return equals(NEVER);
        }
    }

    /** @param image hash of the lead image, or ""; @param alt its words */
    record Media(String image, String alt, List<String> attachments) {}

    /** @param change update, minor or correction */
    record Reason(String change, String correction) {

        static final Reason UPDATE = new Reason("update", "");
    }

    static ArticleForm blank(String series, String department, List<String> areas, String once) {
        return new ArticleForm(
                0,
                once,
                Words.NONE,
                new Shelf(series, areas, List.of(), department),
                When.NEVER,
                new Media("", "", List.of()),
                Reason.UPDATE);
    }

    static ArticleForm of(Article article, Edition edition, @Nullable MediaFact image, String once) {
        var content = edition.content();
        return new ArticleForm(
                edition.number(),
                once,
                new Words(content.title(), content.summary(), content.body()),
                new Shelf(
                        article.series(),
                        content.areas(),
                        content.topics(),
                        content.department() == null ? "" : content.department()),
                When.of(content.happening()),
                new Media(image == null ? "" : image.hash(), image == null ? "" : image.alt(), content.attachments()),
                Reason.UPDATE);
    }

    static ArticleForm read(HttpServletRequest request) {
        return read(new Fields(request.getParameterMap()));
    }

    static ArticleForm read(Fields request) {
        return new ArticleForm(
                number(request.text("basedOn")),
                request.text("once"),
                new Words(request.text("title").strip(), request.text("summary").strip(), request.text("body")),
                new Shelf(
                        request.text("series"),
                        request.list("areas"),
                        request.list("topics"),
                        request.text("department")),
                new When(
                        request.text("startDate").strip(),
                        request.text("startTime").strip(),
                        request.text("endDate").strip(),
                        request.text("endTime").strip(),
                        request.text("place").strip()),
                new Media(
                        request.text("imageRemove").isEmpty() ? request.text("image") : "",
                        request.text("imageAlt").strip(),
                        request.list("attachments")),
                new Reason(request.text("change"), request.text("correction").strip()));
    }

    ArticleForm withMedia(String image, String alt, List<String> attachments) {
        return new ArticleForm(basedOn, once, words, shelf, when, new Media(image, alt, attachments), reason);
    }

    /** @param act which finding's button was pressed */
    ArticleForm repaired(Draft draft, String act) {
        return withWords(
                ArticleFinding.repaired(ArticleFinding.TITLE, title(), draft, act),
                ArticleFinding.repaired(ArticleFinding.SUMMARY, summary(), draft, act),
                ArticleFinding.repaired(ArticleFinding.BODY, body(), draft, act));
    }

    ArticleForm withWords(String title, String summary, String body) {
        return new ArticleForm(basedOn, once, new Words(title, summary, body), shelf, when, media, reason);
    }

    /** @param once the form's new name */
    ArticleForm named(String once) {
        return new ArticleForm(basedOn, once, words, shelf, when, media, reason);
    }

    ArticleForm basedOn(int edition) {
        return new ArticleForm(edition, once, words, shelf, when, media, reason);
    }

    /** Whether an officer would miss something if these words were lost. */
    boolean sameWords(ArticleForm other) {
        return words.equals(other.words);
    }

    public String title() {
        return words.title();
    }

    public String summary() {
        return words.summary();
    }

    public String body() {
        return words.body();
    }

    public String series() {
        return shelf.series();
    }

    public List<String> areas() {
        return shelf.areas();
    }

    public List<String> topics() {
        return shelf.topics();
    }

    public String department() {
        return shelf.department();
    }

    public String image() {
        return media.image();
    }

    public String alt() {
        return media.alt();
    }

    public List<String> attachments() {
        return media.attachments();
    }

    public String change() {
        return reason.change();
    }

    public String correction() {
        return reason.correction();
    }

    public boolean isNew() {
        return basedOn == 0;
    }

    /** What can be made of the fields; what cannot is added to the problems. The marks are not the officer's to change. */
    Content content(Marks marks, List<Problem> problems) {
        return new Content(
                title(),
                summary(),
                body(),
                areas(),
                topics(),
                department().isBlank() ? null : department(),
                happening(problems),
                image().isBlank() ? null : image(),
                attachments(),
                marks);
    }

    /** What the new edition is to those who read the one before. */
    Change changeToReaders(List<Problem> problems) {
        return switch (change()) {
            case "minor" -> Change.minorOne();
            case "correction" -> {
                if (correction().isBlank()) problems.add(new Problem("correction", "訂正の内容がありません。どこをどう訂正したかを入力してください。"));
                yield Change.correcting(correction());
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

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
