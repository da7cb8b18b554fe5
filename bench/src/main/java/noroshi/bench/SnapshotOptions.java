package noroshi.bench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * @param pages sizes of site that are measured, one after another
 * @param publishes how many for each size
 * @param plot where the plot is drawn; null: nowhere
 * @param chain whether the run of three beacons is made too
 */
record SnapshotOptions(
        List<Integer> pages, int publishes, @Nullable Path plot, boolean chain) {

    static final String USAGE =
            "./noroshi bench snapshot [--pages 1000,10000,100000] [--publishes 200] [--plot FILE.svg] [--no-chain]";

    static SnapshotOptions parse(List<String> arguments) {
        var options = new SnapshotOptions(List.of(1_000, 10_000, 100_000), 200, null, true);
        for (var rest = arguments.iterator(); rest.hasNext(); ) options = options.with(rest.next(), rest);
        return options;
    }

    private SnapshotOptions with(String name, Iterator<String> rest) {
        return switch (name) {
            case "--pages" ->
                new SnapshotOptions(
                        Stream.of(value(name, rest).split(","))
                                .map(SnapshotOptions::number)
                                .toList(),
                        publishes,
                        plot,
                        chain);
            case "--publishes" -> new SnapshotOptions(pages, number(value(name, rest)), plot, chain);
            case "--plot" -> new SnapshotOptions(pages, publishes, Path.of(value(name, rest)), chain);
            case "--no-chain" -> new SnapshotOptions(pages, publishes, plot, false);
            default -> throw new IllegalArgumentException("Unknown option " + name + ". " + USAGE);
        };
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) throw new IllegalArgumentException(name + " needs a value. " + USAGE);
        return rest.next();
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,6}")) throw new IllegalArgumentException("'" + text + "' is no number. " + USAGE);
        return Integer.parseInt(text);
    }
}
