package noroshi.bench;

import java.util.Iterator;
import java.util.List;

/**
 * @param articles in the site before measuring
 * @param publishes how many are measured, one after another
 * @param everyMs from the start of one publish to the start of the next
 * @param readsPerSecond what readers ask of the beacon meanwhile
 */
record PublishOptions(int articles, int publishes, int everyMs, int readsPerSecond, boolean json) {

    static final String USAGE =
            "./noroshi bench publish [--articles 10000] [--publishes 500] [--every-ms 300] [--reads 200] [--json]";

    static PublishOptions parse(List<String> arguments) {
        var options = new PublishOptions(10_000, 500, 300, 200, false);
        var rest = arguments.iterator();
        while (rest.hasNext()) options = options.with(rest.next(), rest);
        return options;
    }

    private PublishOptions with(String name, Iterator<String> rest) {
        return switch (name) {
            case "--json" -> new PublishOptions(articles, publishes, everyMs, readsPerSecond, true);
            case "--articles" -> new PublishOptions(number(name, rest), publishes, everyMs, readsPerSecond, json);
            case "--publishes" -> new PublishOptions(articles, number(name, rest), everyMs, readsPerSecond, json);
            case "--every-ms" -> new PublishOptions(articles, publishes, number(name, rest), readsPerSecond, json);
            case "--reads" -> new PublishOptions(articles, publishes, everyMs, number(name, rest), json);
            default -> throw new IllegalArgumentException("Unknown option " + name + ". " + USAGE);
        };
    }

    private static int number(String name, Iterator<String> rest) {
        var text = rest.hasNext() ? rest.next() : "";
        if (!text.matches("\\d{1,7}")) throw new IllegalArgumentException(name + " needs a number. " + USAGE);
        return Integer.parseInt(text);
    }
}
