package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** {@code ./noroshi soak NAME}: the long runs of tests that are short otherwise. Ends with 1 when something was wrong. */
public final class Soak {

    private static final long LETTERS = 200_000;
    private static final int KILLS = 10;

    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        var rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "letters" -> letters(rest);
            default -> {
                System.err.println("noroshi: ./noroshi soak letters [LETTERS 200000] [KILLS 10] [SEED]");
                System.exit(2);
            }
        }
        System.exit(0);
    }

    private static void letters(List<String> given) throws IOException, InterruptedException {
        long letters = given.isEmpty() ? LETTERS : Long.parseLong(given.getFirst());
        int kills = given.size() < 2 ? KILLS : Integer.parseInt(given.get(1));
        long seed = given.size() < 3 ? System.nanoTime() : Long.parseLong(given.get(2));
        var folder = Files.createTempDirectory("noroshi-soak");
        System.out.printf("letters  %,d Letters, %d kills, seed %d, in %s%n", letters, kills, seed, folder);
        var home = Path.of(System.getProperty("noroshi.home", "."));
        var result = new LetterSoak(home, folder, letters, kills, seed).run();
        result.print(System.out);
        if (!result.isGood()) {
            System.out.println("letters  WRONG. What both beacons hold and logged is kept in " + folder);
            System.exit(1);
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
