package noroshi.shelters;

import java.time.Instant;
import java.util.stream.Collectors;
import noroshi.standards.opendata.Hazard;
import org.jspecify.annotations.Nullable;

/** What a page says of a shelter, in Markdown: as it is, and once a promised update is overdue. Pure. */
final class ShelterText {

    private static final String DISPUTED = "**別の報告と食い違いがあります。職員が確かめています。**";

    private ShelterText() {}

    /** For lists: name, state, people, and how old that is. */
    static String row(Shelter shelter, Instant at) {
        var text = new StringBuilder(
                "### [%s](%s)\n\n".formatted(Words.markdown(shelter.master().name()), shelter.path()));
        text.append(state(shelter))
                .append("  \n")
                .append(place(shelter.master()))
                .append('\n');
        if (isDisputed(shelter)) text.append("\n" + DISPUTED + "\n");
        var freshness = freshness(shelter.report(), at);
        if (!freshness.isEmpty()) text.append('\n').append(freshness).append('\n');
        return text.append('\n').toString();
    }

    private static boolean isDisputed(Shelter shelter) {
        return shelter.report() != null && shelter.report().disputed();
    }

    private static String place(Master master) {
        return Words.markdown(master.address().isEmpty() ? "住所は登録されていません" : master.address());
    }

    /** 「開設」混雑：空き。避難者 123人（45世帯） */
    static String state(Shelter shelter) {
        var report = shelter.report();
        if (report == null) return "**未開設**";
        var told = report.told();
        var text = new StringBuilder("**%s**".formatted(told.state().japanese()));
        if (told.state().takesPeople()) {
            if (told.crowding() != Crowding.UNKNOWN)
                text.append("　混雑の様子：").append(told.crowding().japanese());
            var people = people(told);
            if (!people.isEmpty()) text.append("　").append(people);
        }
        return text.toString();
    }

    static String people(Told told) {
        var text = new StringBuilder();
        if (told.people() != null) text.append("避難者 %,d人".formatted(told.people()));
        if (told.households() != null) text.append((text.isEmpty() ? "%,d世帯" : "（%,d世帯）").formatted(told.households()));
        if (told.voluntaryPeople() != null && told.voluntaryPeople() > 0)
            text.append("、うち自主避難 %,d人".formatted(told.voluntaryPeople()));
        return text.toString();
    }

    /** As of, source, next update; or that it is overdue. */
    static String freshness(@Nullable Report report, Instant at) {
        if (report == null) return "";
        var told = report.told();
        var text = "%s現在（%s）".formatted(Words.moment(told.at()), report.source().japanese());
        var next = told.nextUpdate();
        if (next == null) return text;
        return isOverdue(report, at)
                ? text + "。**%sに更新される予定でしたが、まだ更新されていません。**".formatted(Words.moment(next))
                : text + "。次回更新：%s".formatted(Words.moment(next));
    }

    /** A closed shelter owes nothing. */
    static boolean isOverdue(@Nullable Report report, Instant at) {
        if (report == null) return false;
        var next = report.told().nextUpdate();
        return next != null && !next.isAfter(at);
    }

    /** The page's part that reports change. */
    static String now(Shelter shelter, Instant at) {
        var report = shelter.report();
        var text = new StringBuilder("## いまの様子\n\n").append(state(shelter)).append("\n\n");
        if (report == null) return text.append("開設の報告はまだありません。\n\n").toString();
        if (report.disputed()) text.append(DISPUTED).append("\n\n");
        if (report.told().state().takesPeople()) {
            text.append("| 項目 | 様子 |\n| --- | --- |\n");
            for (var need : Need.values())
                text.append("| %s | %s |\n"
                        .formatted(need.japanese(), need.says(report.told().answer(need))));
            text.append('\n');
        }
        if (!report.told().note().isBlank())
            text.append(Words.markdown(report.told().note())).append("\n\n");
        return text.append(freshness(report, at)).append("\n\n").toString();
    }

    /** The page's part that only corrections change. */
    static String about(Shelter shelter) {
        var master = shelter.master();
        var position = master.position();
        boolean counted = master.capacityText().isEmpty() && master.capacity() >= 0;
        var text = new StringBuilder("## 場所と指定\n\n| 項目 | 内容 |\n| --- | --- |\n");
        row(text, "住所", (master.address() + " " + master.building()).strip());
        row(text, "読み", master.kana());
        row(text, "電話番号", master.phone());
        row(text, "指定", master.designation().japanese());
        row(text, "対応する災害", hazards(master));
        row(text, "想定収容人数", counted ? "%,d人".formatted(master.capacity()) : master.capacityText());
        row(text, "対象の町会・自治会", master.audience());
        if (position != null) row(text, "位置", "北緯%s度、東経%s度".formatted(position.latitude(), position.longitude()));
        row(text, "備考", master.note());
        if (!master.url().isEmpty()) text.append("\n[くわしい案内](%s)\n".formatted(Words.markdown(master.url())));
        return text.append("\n[避難所の一覧](/shelters/)　[地図](/shelters/map)　[近い順](/shelters/nearest)\n")
                .toString();
    }

    private static void row(StringBuilder text, String label, String value) {
        if (!value.isBlank()) text.append("| %s | %s |\n".formatted(label, Words.markdown(value)));
    }

    static String hazards(Master master) {
        return master.hazards().stream().sorted().map(Hazard::brief).collect(Collectors.joining("、"));
    }
}
