package noroshi.acceptance;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The test cases of W3C's ACT rules, where they lie beside the repository, and what the office's checks say of them. */
final class ActCorpus {

    /** @param expected passed, failed or inapplicable */
    record Case(String ruleId, String ruleName, String expected, String path) {}

    final Path folder;
    final List<Case> cases;

    private ActCorpus(Path folder, List<Case> cases) {
        this.folder = folder;
        this.cases = cases;
    }

    static ActCorpus orSkip() throws IOException {
        var folder = Home.shared("outward/a11y-act");
        if (folder.isEmpty()) System.out.println("skipped: shared/data/outward/a11y-act is not here");
        Assumptions.assumeTrue(folder.isPresent(), "shared/data/outward/a11y-act is not here");
        var index = Files.readString(folder.orElseThrow().resolve("index.json"));
        return new ActCorpus(
                folder.orElseThrow(), new Gson().fromJson(index, new TypeToken<List<Case>>() {}.getType()));
    }

    /** Rules that static HTML cannot decide, with the reason. */
    static Map<String, String> leftOut() {
        try (var in = Objects.requireNonNull(ActCorpus.class.getResourceAsStream("act-left-out.tsv"))) {
            var reasons = new HashMap<String, String>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) if (!line.startsWith("#")) reasons.put(line.split("\t")[0], line.split("\t")[1]);
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code ./noroshi check --outcomes} says, by path of the case and rule: passed, failed, undecided, inapplicable. */
    Map<String, String> checked() throws IOException {
        var command = new ProcessBuilder(
                Home.folder().resolve("noroshi").toString(),
                "check",
                "--outcomes",
                folder.resolve("testcases").toString());
        command.environment().put("NOROSHI_BUILD", "never");
        command.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = command.start();
        var outcomes = new HashMap<String, String>();
        for (var line : process.inputReader(StandardCharsets.UTF_8).lines().toList()) {
            var columns = line.split("\t");
            outcomes.put(
                    folder.relativize(Path.of(columns[0])) + " " + columns[1], columns[2].toLowerCase(Locale.ROOT));
        }
        if (outcomes.isEmpty())
            throw new IllegalStateException("./noroshi check said nothing. Maybe run ./noroshi build.");
        return outcomes;
    }
}
