package noroshi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import noroshi.checks.page.PageChecks;
import noroshi.platform.SharedData;
import org.junit.jupiter.api.Test;

/** The rules against the test cases of W3C's ACT rules: nothing is reported that the corpus calls fine. */
class ActCorpusTest {

    private static final Pattern CASE = Pattern.compile(
            "\"ruleId\": \"(\\w+)\".*?\"expected\": \"(\\w+)\",\\s*\"path\": \"([^\"]+)\"", Pattern.DOTALL);

    private record Case(Rule rule, Outcome expected, Path file, Outcome found) {}

    @Test
    void whatTheCorpusCallsFineIsNotReported() throws IOException {
        assertThat(cases().stream().filter(each -> each.found == Outcome.FAILED && each.expected != Outcome.FAILED))
                .isEmpty();
    }

    @Test
    void ruleByRuleAsMuchIsFoundAsTheDocumentationSays() throws IOException {
        var figures = new TreeMap<Rule, int[]>();
        for (var each : cases()) {
            var row = figures.computeIfAbsent(each.rule, rule -> new int[4]);
            row[0]++;
            if (each.found == each.expected) row[1]++;
            if (each.expected == Outcome.FAILED) row[2]++;
            if (each.expected == Outcome.FAILED && each.found == Outcome.FAILED) row[3]++;
            else if (each.found != each.expected)
                System.out.printf(
                        "%s %s: expected %s, found %s%n",
                        each.rule, each.file.getFileName(), each.expected, each.found);
        }
        System.out.println("rule, cases, agree, failed in the corpus, found");
        figures.forEach((rule, row) ->
                System.out.printf("%-28s %s %3d %3d %3d %3d%n", rule, rule.act(), row[0], row[1], row[2], row[3]));
        assertThat(figures).isNotEmpty();
    }

    private static List<Case> cases() throws IOException {
        var folder = SharedData.folderOrSkip("outward/a11y-act");
        Map<String, Rule> rules = new TreeMap<>();
        for (var rule : Rule.values()) if (!rule.act().isEmpty()) rules.put(rule.act(), rule);
        var found = new ArrayList<Case>();
        var cases = CASE.matcher(Files.readString(folder.resolve("index.json")));
        while (cases.find()) {
            var rule = rules.get(cases.group(1));
            if (rule == null) continue;
            var file = folder.resolve(cases.group(3));
            var looked = PageChecks.look(Files.readString(file), file.toString().endsWith(".html"));
            var expected = Outcome.valueOf(cases.group(2).toUpperCase(java.util.Locale.ROOT));
            found.add(new Case(rule, expected, file, looked.outcome(rule)));
        }
        return found;
    }
}
