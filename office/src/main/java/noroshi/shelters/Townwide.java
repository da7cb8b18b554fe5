package noroshi.shelters;

import java.time.Instant;
import java.util.List;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;
import org.jspecify.annotations.Nullable;

/** The prefecture's page of all its governments' shelters: sums that nobody types. Pure. */
final class Townwide {

    static final String PATH = "/shelters/all";

    /** Rows of governments that share a fragment, so that a report changes one of them. */
    private static final int SHARING = 9;

    private Townwide() {}

    /**
     * A government's sum over its shelters.
     *
     * @param open that take people; @param uncounted of these without a number of people; @param at of the newest report, null: there is none
     */
    record Line(
            String code,
            String name,
            long all,
            long open,
            long people,
            long households,
            long uncounted,
            @Nullable Instant at) {}

    static SourceSheet page(String prefecture, List<Line> lines) {
        var sections = new java.util.ArrayList<Section>();
        sections.add(Section.Words.always(total(lines)));
        for (int from = 0; from < lines.size(); from += SHARING)
            sections.add(Section.Words.always(table(lines.subList(from, Math.min(lines.size(), from + SHARING)))));
        sections.add(Section.Words.always("[県の避難所](/shelters/)　[すべてのオープンデータ](/opendata/)\n"));
        return SourceSheet.of(prefecture, PATH, "市町村ごとの避難所", sections);
    }

    private static String total(List<Line> lines) {
        long open = lines.stream().mapToLong(Line::open).sum();
        long people = lines.stream().mapToLong(Line::people).sum();
        long households = lines.stream().mapToLong(Line::households).sum();
        long uncounted = lines.stream().mapToLong(Line::uncounted).sum();
        var newest =
                lines.stream().map(Line::at).filter(java.util.Objects::nonNull).max(Instant::compareTo);
        if (open == 0) return "いま開設している避難所の報告はありません。団体を選ぶと、避難所の一覧が開きます。\n\n";
        return "県内で**%,d か所**を開設し、**%,d人%s**（%,d世帯%s）が避難しています。%s団体を選ぶと、その団体の避難所が開きます。\n\n"
                .formatted(
                        open,
                        people,
                        uncounted > 0 ? "以上" : "",
                        households,
                        uncounted > 0 ? "以上" : "",
                        newest.map(at -> "最も新しい報告は%s現在です。".formatted(Words.moment(at)))
                                        .orElse("")
                                + (uncounted > 0 ? "「以上」は、人数の報告がまだない避難所（%d か所）があることを示します。".formatted(uncounted) : ""));
    }

    private static String table(List<Line> lines) {
        var text = new StringBuilder("| 団体 | 開設 | 避難者 | 世帯 |\n| --- | ---: | ---: | ---: |\n");
        for (var line : lines)
            text.append("| [%s](/%s/shelters/) | %,d | %s | %s |\n"
                    .formatted(
                            Words.markdown(line.name()),
                            line.code(),
                            line.open(),
                            count(line.people(), line),
                            count(line.households(), line)));
        return text.append('\n').toString();
    }

    private static String count(long number, Line line) {
        if (line.open() == 0) return "0";
        if (line.open() == line.uncounted()) return "未報告";
        return "%,d%s".formatted(number, line.uncounted() > 0 ? "以上" : "");
    }
}
