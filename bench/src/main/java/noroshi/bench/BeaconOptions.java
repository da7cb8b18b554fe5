package noroshi.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * @param rounds each asks both servers, one after the other; the median of the ratios counts
 * @param only names of cases; empty: all
 * @param latency whether the waiting time at an equal offered rate is measured too
 */
record BeaconOptions(int rounds, int seconds, Set<String> only, boolean latency, boolean json) {

    static final String USAGE =
            "./noroshi bench beacon [--rounds 7] [--seconds 2] [--only CASE,…] [--no-latency] [--json]";

    static BeaconOptions parse(List<String> arguments) {
        var options = new BeaconOptions(7, 2, Set.of(), true, false);
        for (var rest = arguments.iterator(); rest.hasNext(); ) options = options.with(rest.next(), rest);
        return options;
    }

    private BeaconOptions with(String name, Iterator<String> rest) {
        return switch (name) {
            case "--rounds" -> new BeaconOptions(number(name, rest), seconds, only, latency, json);
            case "--seconds" -> new BeaconOptions(rounds, number(name, rest), only, latency, json);
            case "--only" ->
                new BeaconOptions(rounds, seconds, Set.of(value(name, rest).split(",")), latency, json);
            case "--no-latency" -> new BeaconOptions(rounds, seconds, only, false, json);
            case "--json" -> new BeaconOptions(rounds, seconds, only, latency, true);
            default -> throw new IllegalArgumentException("Unknown option " + name + ". " + USAGE);
        };
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) throw new IllegalArgumentException(name + " needs a value. " + USAGE);
        return rest.next();
    }

    private static int number(String name, Iterator<String> rest) {
        var text = value(name, rest);
        if (!text.matches("[1-9]\\d{0,3}")) throw new IllegalArgumentException(name + " needs a number. " + USAGE);
        return Integer.parseInt(text);
    }
}
