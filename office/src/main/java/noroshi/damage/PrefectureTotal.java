package noroshi.damage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import noroshi.people.Government;
import org.jspecify.annotations.Nullable;

/**
 * What the municipalities have reported about an occasion, and its sum, which is never typed.
 *
 * @param unknown of how many of the reports a figure is still under investigation; absent: of none
 */
public record PrefectureTotal(Occasion occasion, List<Line> lines, Losses sum, Map<Figure, Integer> unknown) {

    /** @param report null: none so far */
    public record Line(Government government, @Nullable LossReport report) {}

    /** @param newest each municipality's newest report by its code */
    static PrefectureTotal of(Occasion occasion, List<Government> municipalities, Map<String, LossReport> newest) {
        var lines = new ArrayList<Line>();
        var losses = new ArrayList<Losses>();
        for (var government : municipalities) {
            var report = newest.get(government.code());
            lines.add(new Line(government, report));
            if (report != null) losses.add(report.losses());
        }
        var unknown = new EnumMap<Figure, Integer>(Figure.class);
        for (var figure : Figure.values()) {
            int open =
                    (int) losses.stream().filter(one -> one.of(figure) == null).count();
            if (open > 0) unknown.put(figure, open);
        }
        return new PrefectureTotal(occasion, List.copyOf(lines), sum(losses), Map.copyOf(unknown));
    }

    private static Losses sum(List<Losses> all) {
        return Losses.added(all.stream().map(LossRules::atLeast).toList());
    }

    public int reported() {
        return (int) lines.stream().filter(line -> line.report() != null).count();
    }

    /** "1,234", "1,234以上" while somebody investigates, "調査中" when nobody knows. */
    public String says(Figure figure) {
        var value = sum.of(figure);
        if (value == null) return reported() == 0 ? "―" : "調査中";
        return unknown.containsKey(figure) ? "%,d以上".formatted(value) : "%,d".formatted(value);
    }

    /** What a total that was stated elsewhere contradicts. */
    public List<Contradiction> against(Losses stated) {
        return LossRules.against(sum, stated);
    }
}
