package noroshi.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./noroshi replay 2011}. Ends with 1 when something did not follow, with 2 when it could not begin. */
public final class Replay {

    private static final String USAGE = """
            ./noroshi replay 2011 [--minutes 5] [--seed 20110311] [--port 8080] [--office-port 8081] [--smtp-port 8025] [--data DIR]
              on a running ./noroshi demo, with the same ports and data folder
              --minutes  for the ten days from 11 March 2011 on; each stage waits for the one before
              --seed     of the invented figures and people
              the tokens stand in the data folder (demo-token, demo-town-tokens.txt)""";

    private static final Set<String> OPTIONS =
            Set.of("--minutes", "--seed", "--port", "--office-port", "--smtp-port", "--data");
    private static final int MINUTES_MAX = 24 * 60;

    private Replay() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException {
        try {
            if (arguments.isEmpty() || !arguments.getFirst().equals("2011")) throw new IllegalArgumentException(USAGE);
            var given = options(arguments.subList(1, arguments.size()));
            var home = Path.of(System.getProperty("noroshi.home", "."));
            var data = given.containsKey("--data") ? Path.of(given.get("--data")) : home.resolve("data/demo");
            try (var world = new World(
                    url(given, "--port", 8080),
                    url(given, "--office-port", 8081),
                    url(given, "--smtp-port", 8025),
                    data)) {
                if (!world.isUp())
                    throw new IOException(
                            "デモが動いていません。別の端末で ./noroshi demo を起動し、ready と表示されてから実行してください。 / no demonstration answers");
                return new Player(world, InstantSource.system(), System.out)
                                .whole(
                                        number(given, "--seed", 20_110_311, Long.MAX_VALUE),
                                        Duration.ofMinutes(number(given, "--minutes", 5, MINUTES_MAX)))
                        ? 0
                        : 1;
            }
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("noroshi: " + e.getMessage());
            return 2;
        } catch (IllegalStateException e) {
            System.err.println("noroshi: the office did not take what was sent: " + e.getMessage());
            return 1;
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || i + 1 >= arguments.size())
                throw new IllegalArgumentException("Not understood: %s%n%s".formatted(arguments.get(i), USAGE));
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        return given;
    }

    private static String url(Map<String, String> given, String name, int usual) {
        return "http://localhost:" + number(given, name, usual, 65_535);
    }

    private static long number(Map<String, String> given, String name, long usual, long max) {
        var text = given.getOrDefault(name, Long.toString(usual));
        if (text.matches("\\d{1,18}") && Long.parseLong(text) <= max) return Long.parseLong(text);
        throw new IllegalArgumentException(
                "%s: \"%s\" is not a number from 0 to %d.%n%s".formatted(name, text, max, USAGE));
    }
}
