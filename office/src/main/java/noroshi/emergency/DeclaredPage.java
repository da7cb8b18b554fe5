package noroshi.emergency;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The page of a declared event: what holds, what to do, and how it came about. Pure. */
final class DeclaredPage {

    private static final int SUMMARY_CHARACTERS_MAX = 180;
    private static final int CHANGES_LISTED_MAX = 200;

    private DeclaredPage() {}

    /** @param changes of one event, the oldest first, at least one; @param areas those that the installation knows */
    static EventPage of(List<EmergencyChange> changes, List<EventNote> notes, List<String> areas) {
        var newest = changes.getLast();
        var emergency = newest.emergency();
        var title = "%s（%s）%s"
                .formatted(emergency.grade(), emergency.place(), emergency.phase() == Phase.CLOSED ? "は終結しました" : "");
        return new EventPage(
                cut(title, EventPage.TITLE_CHARACTERS_MAX),
                cut(summary(newest), SUMMARY_CHARACTERS_MAX),
                body(changes, notes),
                areas);
    }

    private static String summary(EmergencyChange newest) {
        return "%s現在。%s".formatted(Moments.full(newest.at()), newest.words().replaceAll("\\s+", " "));
    }

    private static String body(List<EmergencyChange> changes, List<EventNote> notes) {
        var newest = changes.getLast();
        var emergency = newest.emergency();
        var text = new MarkdownText();
        if (!emergency.mark().isEmpty()) text.paragraph("これは訓練です。実際の災害ではありません。");
        if (emergency.isActive()) {
            text.heading("いま取るべき行動");
            text.paragraph(Advice.of(emergency));
        }
        text.heading("いまの状況");
        text.paragraph(newest.words());
        text.table(
                List.of("項目", "内容"),
                List.of(
                        List.of("災害", emergency.hazard().japanese()),
                        List.of("地域", emergency.place()),
                        List.of("レベル", emergency.level().japanese()),
                        List.of("段階", emergency.phase().japanese()),
                        List.of("更新", Moments.full(newest.at())),
                        List.of("自動で終わる時刻", emergency.isActive() ? Moments.full(emergency.expiresAt()) : "終結済み")));
        text.heading("経過");
        text.table(List.of("時刻", "段階", "レベル", "内容"), rows(changes, notes));
        return text.toString();
    }

    private record Row(Instant at, List<String> cells) {}

    /** The newest first. */
    private static List<List<String>> rows(List<EmergencyChange> changes, List<EventNote> notes) {
        return Stream.concat(
                        changes.stream().map(change -> new Row(change.at(), row(change))),
                        notes.stream()
                                .map(note ->
                                        new Row(note.at(), List.of(Moments.full(note.at()), "－", "－", note.words()))))
                .sorted(Comparator.comparing(Row::at))
                .toList()
                .reversed()
                .stream()
                .limit(CHANGES_LISTED_MAX)
                .map(Row::cells)
                .toList();
    }

    private static List<String> row(EmergencyChange change) {
        return List.of(
                Moments.full(change.at()),
                change.emergency().phase().japanese(),
                change.emergency().level().japanese(),
                change.words());
    }

    private static String cut(String text, int charactersMax) {
        return text.length() <= charactersMax ? text : text.substring(0, charactersMax - 1) + "…";
    }
}
