package noroshi.desk;

import java.util.List;
import java.util.Map;
import noroshi.damage.Contradiction;
import noroshi.damage.Figure;
import noroshi.damage.LossReport;
import noroshi.damage.Occasion;
import noroshi.damage.PrefectureTotal;

/**
 * A municipality's reports about an occasion, the form for the next one, and the prefecture's sum.
 *
 * @param typing false: a prefecture, which only sees the sum; @param wrong contradictions of what was typed
 */
public record LossSheet(
        Occasion occasion,
        boolean typing,
        List<LossReport> log,
        Map<String, String> typed,
        List<Contradiction> wrong,
        PrefectureTotal total) {

    public int seen() {
        return log.isEmpty() ? 0 : log.getFirst().serial();
    }

    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /** "" when nothing is wrong with it. */
    public String wrong(String field) {
        return wrong.stream()
                .filter(one -> one.field().equals(field))
                .map(Contradiction::reason)
                .findFirst()
                .orElse("");
    }

    /** 死者 3、全壊 12 … of the figures that people ask for first. */
    public static String brief(LossReport report) {
        var text = new StringBuilder();
        for (var figure : List.of(Figure.DEAD, Figure.MISSING, Figure.DESTROYED_HOUSES, Figure.HALF_HOUSES)) {
            var value = report.losses().of(figure);
            text.append(text.isEmpty() ? "" : "、").append(figure.japanese()).append(' ');
            text.append(value == null ? "調査中" : "%,d".formatted(value));
        }
        return text.toString();
    }
}
