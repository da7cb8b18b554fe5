package noroshi.damage;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Bars as SVG of our own, made at publish time: how many of each kind stand where. The table beside it is its text alternative; each part of a
 * bar carries its number and a pattern of its own, so that no meaning rests on colour alone.
 */
final class DamageChart {

    private static final int WIDTH = 640;
    private static final int LEFT = 130;
    private static final int ROW = 34;
    private static final List<State> ORDER = List.of(State.STOPPED, State.PARTIAL, State.CHECKING, State.RESTORED);
    private static final Map<State, String> FILL = Map.of(
            State.STOPPED, "#c1121f", State.PARTIAL, "#b25b00", State.CHECKING, "#626264", State.RESTORED, "#197a4b");

    private DamageChart() {}

    /** A bar of a kind, or of a municipality. */
    record Bar(String label, Map<State, Integer> counts) {

        int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        int of(State state) {
            return counts.getOrDefault(state, 0);
        }
    }

    static String svg(List<Bar> bars) {
        int most = Math.max(1, bars.stream().mapToInt(Bar::all).max().orElse(1));
        int height = bars.size() * ROW + 10;
        var out = new StringBuilder(
                "<figure class=\"map\"><svg viewBox=\"0 0 %d %d\" width=\"100%%\" role=\"img\" aria-label=\"%s\">"
                        .formatted(WIDTH, height, Words.html(alternative(bars))));
        int y = 5;
        for (var bar : bars) {
            row(bar, most, y, out);
            y += ROW;
        }
        return out.append("</svg><figcaption>左から、■ 停止・通行止め、▲ 一部・規制、？ 確認中、○ 復旧。数は件数</figcaption></figure>")
                .toString();
    }

    private static void row(Bar bar, int most, int y, StringBuilder out) {
        out.append("<text x=\"%d\" y=\"%d\" font-size=\"15\" text-anchor=\"end\" fill=\"#1a1a1c\">%s</text>"
                .formatted(LEFT - 8, y + 20, Words.html(bar.label())));
        double x = LEFT;
        double unit = (WIDTH - LEFT - 10) / (double) most;
        for (var state : ORDER) {
            int count = bar.of(state);
            if (count == 0) continue;
            double wide = count * unit;
            out.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"26\" fill=\"%s\" stroke=\"#fff\"/>",
                    x,
                    y,
                    wide,
                    FILL.get(state)));
            var label = mark(state) + count;
            if (wide >= 12 + 9 * label.length())
                out.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%d\" font-size=\"14\" fill=\"#fff\">%s</text>",
                        x + 5,
                        y + 18,
                        label));
            x += wide;
        }
    }

    private static String mark(State state) {
        return switch (state) {
            case STOPPED -> "■";
            case PARTIAL -> "▲";
            case CHECKING -> "？";
            case RESTORED -> "○";
        };
    }

    /** 道路：停止2、一部1、確認中0、復旧3。… */
    static String alternative(List<Bar> bars) {
        var text = new StringBuilder("種類ごとの件数のグラフ。");
        for (var bar : bars)
            text.append("%s：停止%d、一部%d、確認中%d、復旧%d。"
                    .formatted(
                            bar.label(),
                            bar.of(State.STOPPED),
                            bar.of(State.PARTIAL),
                            bar.of(State.CHECKING),
                            bar.of(State.RESTORED)));
        return text.toString();
    }

    /** The same as a table in Markdown. @param head of the first column; @param links path of each bar's page, "" none */
    static String table(String head, List<Bar> bars, java.util.function.Function<Bar, String> links) {
        var text =
                new StringBuilder("| %s | 停止 | 一部 | 確認中 | 復旧 |\n| --- | ---: | ---: | ---: | ---: |\n".formatted(head));
        for (var bar : bars) {
            var label = Words.markdown(bar.label());
            var link = links.apply(bar);
            text.append("| %s | %d | %d | %d | %d |\n"
                    .formatted(
                            link.isEmpty() ? label : "[%s](%s)".formatted(label, link),
                            bar.of(State.STOPPED),
                            bar.of(State.PARTIAL),
                            bar.of(State.CHECKING),
                            bar.of(State.RESTORED)));
        }
        return text.append("\n停止には通行止め・断水・停電などを、一部には規制や一部の再開を含みます。数は件数です。\n\n").toString();
    }
}
