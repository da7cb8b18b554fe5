package noroshi.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import noroshi.damage.Figure.Group;

/** Reports of losses as Markdown, and their chart as SVG. Pure. */
final class LossText {

    private static final int WIDTH = 640;
    private static final int LEFT = 110;
    private static final int ROW = 26;

    private LossText() {}

    /** One block of the form as a table. @param says what stands for each figure */
    static String block(Group group, Function<Figure, String> says) {
        var text = new StringBuilder("## %s\n\n| 項目 | 数 |\n| --- | --- |\n".formatted(group.japanese()));
        for (var figure : group.figures())
            text.append(
                    "| %s | %s |\n".formatted(Words.markdown(figure.japanese()), Words.markdown(says.apply(figure))));
        return text.append('\n').toString();
    }

    static String says(LossReport report, Figure figure) {
        var value = report.losses().of(figure);
        return value == null ? "調査中" : "%,d".formatted(value);
    }

    /** **第3報**　3月11日（水）15時00分現在（危機管理課）。次回更新：… */
    static String head(LossReport report, Instant at) {
        var text = "**第%d報**　%s\n\n"
                .formatted(
                        report.serial(), DamageText.freshness(report.at(), report.source(), report.nextUpdate(), at));
        return report.note().isEmpty() ? text : text + Words.markdown(report.note()) + "\n\n";
    }

    /** What was reported before, the newest first. */
    static String log(List<LossReport> log) {
        var text = new StringBuilder(
                "## これまでの報告\n\n| 報 | いつ現在 | 死者 | 行方不明者 | 全壊（棟） | 半壊（棟） |\n| --- | --- | --- | --- | --- | --- |\n");
        for (var one : log)
            text.append("| 第%d報 | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            one.serial(),
                            Words.moment(one.at()),
                            says(one, Figure.DEAD),
                            says(one, Figure.MISSING),
                            says(one, Figure.DESTROYED_HOUSES),
                            says(one, Figure.HALF_HOUSES)));
        return text.append('\n').toString();
    }

    /** The municipalities' rows, each with a link to the same page of its own site. */
    static String municipalities(List<PrefectureTotal.Line> lines, String path) {
        var text =
                new StringBuilder("| 市町村 | 報 | 死者 | 行方不明者 | 全壊（棟） | 半壊（棟） |\n| --- | --- | --- | --- | --- | --- |\n");
        for (var line : lines) {
            var report = line.report();
            if (report == null) {
                text.append("| %s | 未報告 |  |  |  |  |\n"
                        .formatted(Words.markdown(line.government().name())));
                continue;
            }
            text.append("| [%s](/%s%s) | 第%d報 | %s | %s | %s | %s |\n"
                    .formatted(
                            Words.markdown(line.government().name()),
                            line.government().code(),
                            path,
                            report.serial(),
                            says(report, Figure.DEAD),
                            says(report, Figure.MISSING),
                            says(report, Figure.DESTROYED_HOUSES),
                            says(report, Figure.HALF_HOUSES)));
        }
        return text.append('\n').toString();
    }

    private record Bar(String label, long destroyed, long half) {}

    /** 全壊 and 半壊 of each municipality; the table beside it says the same. */
    static String chart(PrefectureTotal total) {
        var bars = new ArrayList<Bar>();
        for (var line : total.lines()) {
            var report = line.report();
            if (report == null) continue;
            var bar = new Bar(
                    line.government().name(),
                    report.losses().known(Figure.DESTROYED_HOUSES),
                    report.losses().known(Figure.HALF_HOUSES));
            if (bar.destroyed + bar.half > 0) bars.add(bar);
        }
        if (bars.isEmpty()) return "";
        bars.sort(
                Comparator.comparingLong((Bar bar) -> bar.destroyed + bar.half).reversed());
        var alternative = new StringBuilder("市町村ごとの住家被害のグラフ。");
        bars.forEach(bar -> alternative.append("%s：全壊%,d棟、半壊%,d棟。".formatted(bar.label, bar.destroyed, bar.half)));
        var out = new StringBuilder(
                "<figure class=\"map\"><svg viewBox=\"0 0 %d %d\" width=\"100%%\" role=\"img\" aria-label=\"%s\">"
                        .formatted(WIDTH, bars.size() * ROW + 10, Words.html(alternative.toString())));
        double unit = (WIDTH - LEFT - 130) / (double) Math.max(1, bars.getFirst().destroyed + bars.getFirst().half);
        for (int i = 0; i < bars.size(); i++) bar(bars.get(i), 5 + i * ROW, unit, out);
        return out.append("</svg><figcaption>住家被害（棟）。濃い部分が全壊、薄い部分が半壊。調査中は含みません</figcaption></figure>")
                .toString();
    }

    private static void bar(Bar bar, int y, double unit, StringBuilder out) {
        double destroyed = bar.destroyed * unit;
        double half = bar.half * unit;
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-size=\"14\" text-anchor=\"end\" fill=\"#1a1a1c\">%s</text>"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"20\" fill=\"#7a0c16\"/>"
                        + "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"20\" fill=\"#e6a5ab\" stroke=\"#7a0c16\"/>"
                        + "<text x=\"%.1f\" y=\"%d\" font-size=\"13\" fill=\"#1a1a1c\">%,d・%,d</text>",
                LEFT - 8,
                y + 15,
                Words.html(bar.label),
                LEFT,
                y,
                destroyed,
                LEFT + destroyed,
                y,
                half,
                LEFT + destroyed + half + 6,
                y + 15,
                bar.destroyed,
                bar.half));
    }
}
