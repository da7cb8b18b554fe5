package noroshi.checks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import noroshi.checks.page.PageChecks;

/** {@code ./noroshi check FILE|FOLDER…}: the findings in pages of HTML, one a line; with {@code --outcomes} what each ACT rule says. */
public final class Main {

    private static final int FILES_MAX = 100_000;

    private final PrintStream out;
    private int findings;

    private Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var paths = new ArrayList<>(Arrays.asList(arguments));
        boolean outcomes = paths.remove("--outcomes");
        if (paths.isEmpty()) {
            System.err.println("noroshi: which pages? ./noroshi check [--outcomes] FILE|FOLDER…");
            System.exit(2);
        }
        var main = new Main(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (var path : paths) for (var file : files(Path.of(path))) main.look(file, outcomes);
        System.exit(main.findings == 0 || outcomes ? 0 : 1);
    }

    private static List<Path> files(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(html?|xhtml|svg|xml)"))
                    .sorted()
                    .limit(FILES_MAX)
                    .toList();
        }
    }

    private void look(Path file, boolean outcomes) throws IOException {
        boolean isPage = file.toString().toLowerCase(Locale.ROOT).matches(".*html?");
        var looked = PageChecks.look(Files.readString(file), isPage);
        if (outcomes) {
            for (var rule : Rule.values())
                if (!rule.act().isEmpty()) out.printf("%s\t%s\t%s%n", file, rule.act(), looked.outcome(rule));
            return;
        }
        for (var finding : looked.findings()) {
            findings++;
            out.printf(
                    "%s:%d:%d: %s: %s [%s] %s%n",
                    file,
                    finding.place().line(),
                    finding.place().column(),
                    finding.severity().japanese(),
                    finding.reason(),
                    finding.rule().id(),
                    finding.rule().criteria().getFirst().named());
        }
    }
}
