package noroshi.damage;

import static noroshi.platform.Require.require;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of one report. A field that is absent is under investigation (調査中): that is not 0. */
public record Losses(Map<Figure, Long> figures) {

    /** What one report may state of one field: in 千円 a thousand trillion yen. Sums may be larger. */
    public static final long FIGURE_MAX = 1_000_000_000_000L;

    public Losses {
        figures.forEach((figure, value) -> require(value >= 0, "%s is %d; a figure is never below 0.", figure, value));
        var sorted = new EnumMap<Figure, Long>(Figure.class);
        sorted.putAll(figures);
        figures = Collections.unmodifiableMap(sorted);
    }

    /** null: under investigation. */
    public @Nullable Long of(Figure figure) {
        return figures.get(figure);
    }

    /** 0 for what is not known. */
    long known(Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }

    boolean knows(Collection<Figure> all) {
        return figures.keySet().containsAll(all);
    }

    long sum(Collection<Figure> all) {
        return all.stream().mapToLong(this::known).sum();
    }

    /** The same with one more figure, unless it has that already. */
    Losses filled(Figure figure, long value) {
        if (figures.containsKey(figure)) return this;
        var more = new HashMap<>(figures);
        more.put(figure, value);
        return new Losses(more);
    }

    /** What is known, added up: what one does not know adds nothing. */
    static Losses added(Collection<Losses> all) {
        var sum = new EnumMap<Figure, Long>(Figure.class);
        all.forEach(one -> one.figures.forEach((figure, value) -> sum.merge(figure, value, Long::sum)));
        return new Losses(sum);
    }

    /** By the codes of the figures. */
    Map<String, Long> byCode() {
        var all = new TreeMap<String, Long>();
        figures.forEach((figure, value) -> all.put(figure.code(), value));
        return all;
    }

    static Losses ofCodes(Map<String, Long> codes) {
        var all = new EnumMap<Figure, Long>(Figure.class);
        codes.forEach((code, value) -> Figure.of(code).ifPresent(figure -> all.put(figure, value)));
        return new Losses(all);
    }
}
