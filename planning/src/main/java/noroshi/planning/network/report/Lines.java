package noroshi.planning.network.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import noroshi.planning.network.Node;

/** Lines of a report, as they are written by hand: headings, items, numbers with their units. */
final class Lines {

    private static final int NAMES_MAX = 8;

    private final StringBuilder text = new StringBuilder();

    Lines heading(String heading) {
        text.append(text.isEmpty() ? "" : "\n").append("■ ").append(heading).append('\n');
        return this;
    }

    Lines line(String line, Object... values) {
        text.append("  ").append(String.format(Locale.ROOT, line, values)).append('\n');
        return this;
    }

    Lines item(String line, Object... values) {
        return line("・" + line, values);
    }

    /** At most so many, and how many more there are. */
    <T> Lines items(List<T> all, int most, java.util.function.Function<T, String> text) {
        all.stream().limit(most).forEach(each -> item("%s", text.apply(each)));
        if (all.size() > most) line("　ほか %,d 件", all.size() - most);
        return this;
    }

    static String names(Collection<Node> nodes) {
        var names = nodes.stream().limit(NAMES_MAX).map(Node::name).collect(Collectors.joining("、"));
        return nodes.size() <= NAMES_MAX ? names : names + " ほか%dか所".formatted(nodes.size() - NAMES_MAX);
    }

    static String yen(long yen) {
        if (yen >= 100_000_000) return String.format(Locale.ROOT, "%.2f億円", yen / 1e8);
        return yen >= 10_000 ? String.format(Locale.ROOT, "%,d万円", Math.round(yen / 1e4)) : yen + "円";
    }

    static String hours(double hours) {
        if (Double.isInfinite(hours)) return "なし";
        return hours >= 72
                ? String.format(Locale.ROOT, "%.1f日", hours / 24)
                : String.format(Locale.ROOT, "%.1f時間", hours);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
