package noroshi.planning.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.planning.input.Faulty;
import noroshi.planning.search.Effort;

/** {@code ./noroshi plan KIND FILE}: exit 0 with a result, 1 with a faulty file, 2 with a call that is not understood. */
public final class Main {

    static final String USAGE = """
            ./noroshi plan network FILE [--scenario S]      who is cut off, which link next, when links are full
            ./noroshi plan systems FILE                     the cheapest plan for the systems, year by year
            ./noroshi plan continuity FILE --scenario S     which services stop, and how they come back
              --json            the whole result as JSON
              --pictures DIR    SVG pictures
              --seconds N       stop searching after so long (default 60); Ctrl-C ends it too, with the best so far
              --seed N          of everything random (default 2011)""";

    private static final Map<String, Plan> PLANS =
            Map.of("network", new NetworkPlan(), "continuity", new ContinuityPlan(), "systems", new SystemsPlan());
    private static final long SECONDS_MAX = 86_400;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            var plan = arguments.isEmpty() ? null : PLANS.get(arguments.getFirst());
            if (plan == null || arguments.size() < 2) return usage("");
            var wishes = parse(arguments.subList(1, arguments.size()));
            try (var interrupted = new Interrupted(wishes.effort())) {
                plan.run(wishes, System.out);
                return 0;
            }
        } catch (Faulty e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (NoSuchFileException e) {
            System.err.println("There is no file " + e.getFile());
            return 1;
        } catch (IOException e) {
            System.err.println("Cannot read or write: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            return usage(String.valueOf(e.getMessage()));
        }
    }

    private static Wishes parse(List<String> words) throws IOException {
        var left = new ArrayDeque<>(words);
        var file = Path.of(left.removeFirst());
        Optional<String> scenario = Optional.empty();
        Optional<Path> pictures = Optional.empty();
        boolean json = false;
        long seconds = 60;
        long seed = 2011;
        while (!left.isEmpty()) {
            var word = left.removeFirst();
            switch (word) {
                case "--json" -> json = true;
                case "--scenario" -> scenario = Optional.of(value(word, left));
                case "--pictures" -> pictures = Optional.of(Files.createDirectories(Path.of(value(word, left))));
                case "--seconds" -> seconds = number(word, value(word, left), SECONDS_MAX);
                case "--seed" -> seed = number(word, value(word, left), Long.MAX_VALUE);
                default -> throw new IllegalArgumentException("Unknown: " + word);
            }
        }
        var effort =
                new Effort(Duration.ofSeconds(seconds), System::nanoTime, line -> System.err.println("plan: " + line));
        return new Wishes(file, scenario, json, pictures, seed, effort);
    }

    private static String value(String word, ArrayDeque<String> left) {
        if (left.isEmpty()) throw new IllegalArgumentException(word + " needs a value");
        return left.removeFirst();
    }

    private static long number(String word, String text, long max) {
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > max)
            throw new IllegalArgumentException("%s takes a whole number up to %d, not %s".formatted(word, max, text));
        return Long.parseLong(text);
    }

    private static int usage(String trouble) {
        if (!trouble.isEmpty()) System.err.println(trouble);
        System.err.println(USAGE);
        return 2;
    }
}
