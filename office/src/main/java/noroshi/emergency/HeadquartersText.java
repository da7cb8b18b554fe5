package noroshi.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the page of headquarters says, in Markdown. Pure. */
final class HeadquartersText {

    static final String NOT_REAL = "これは実際の災害ではありません。";

    private static final int PAST_SHOWN_MAX = 10;
    private static final int ACTS_SHOWN_MAX = 20;

    private HeadquartersText() {}

    /** The event that a headquarters is for. @param address of its page, "" without one */
    record Cause(String title, String address) {}

    static String none() {
        return "いま、設置している本部はありません。\n\n";
    }

    /** @param causes by event */
    static String standing(String government, Headquarters one, Map<String, Cause> causes) {
        var newest = one.newest();
        var text = new MarkdownText();
        text.heading("%s（%s）".formatted(newest.title(), government));
        if (!newest.mark().isEmpty()) text.paragraph(newest.marked() + NOT_REAL);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("種類", newest.kind().japanese()));
        var cause = causes.get(newest.event());
        if (cause != null) rows.add(List.of("対象", cause.title()));
        rows.add(List.of("設置", Moments.dated(one.establishedAt())));
        rows.add(List.of("設置場所", newest.place()));
        rows.add(List.of("本部長", newest.head()));
        rows.add(List.of("更新", "%s現在（%s）".formatted(Moments.dated(newest.at()), government)));
        text.table(List.of("項目", "内容"), rows);
        return text + link(cause) + course(one);
    }

    private static String link(@org.jspecify.annotations.Nullable Cause cause) {
        return cause == null || cause.address().isEmpty()
                ? ""
                : "[%s](%s)\n\n".formatted(MarkdownText.escaped(cause.title()), cause.address());
    }

    private static String course(Headquarters one) {
        var text = new MarkdownText();
        text.subheading(one.newest().title() + "の経過");
        var rows = one.acts().reversed().stream()
                .limit(ACTS_SHOWN_MAX)
                .map(act -> List.of(Moments.dated(act.at()), act.marked() + one.told(act.serial()) + act.reason()))
                .toList();
        return text.table(List.of("日時", "内容"), rows).toString();
    }

    /** Those that are dissolved, the newest; the data holds all. */
    static String past(List<Headquarters> all) {
        if (all.isEmpty()) return "";
        var text = new MarkdownText();
        text.heading("これまでの本部");
        for (var one : all.subList(0, Math.min(all.size(), PAST_SHOWN_MAX))) {
            text.subheading(one.newest().title());
            if (!one.newest().mark().isEmpty()) text.paragraph(one.newest().marked() + NOT_REAL);
            text.table(
                    List.of("日時", "内容"),
                    one.acts().reversed().stream()
                            .limit(ACTS_SHOWN_MAX)
                            .map(act -> List.of(
                                    Moments.dated(act.at()), act.marked() + one.told(act.serial()) + act.reason()))
                            .toList());
        }
        return text.toString();
    }

    /** A prefecture's list. @param names of governments by code */
    static String municipalities(List<Headquarters> standing, Map<String, String> names) {
        var text = new StringBuilder("## 市町村の本部\n\n");
        if (standing.isEmpty()) return text.append("いま、本部を設置している市町村はありません。\n\n").toString();
        text.append("| 市町村 | 本部 | 設置 | 本部長 |\n| --- | --- | --- | --- |\n");
        for (var one : standing) {
            var newest = one.newest();
            text.append("| [%s](/%s%s) | %s | %s | %s |\n"
                    .formatted(
                            MarkdownText.escaped(names.getOrDefault(one.government(), one.government())),
                            one.government(),
                            HeadquartersPages.PATH,
                            MarkdownText.escaped(newest.title()),
                            Moments.dated(one.establishedAt()),
                            MarkdownText.escaped(newest.head())));
        }
        var newest = standing.stream()
                .map(one -> one.newest().recordedAt())
                .max(Instant::compareTo)
                .orElseThrow();
        return text.append("\n%s現在\n\n".formatted(Moments.dated(newest))).toString();
    }
}
