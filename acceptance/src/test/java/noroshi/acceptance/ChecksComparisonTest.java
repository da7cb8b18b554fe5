package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The office's checks beside axe-core on the same files: {@code ./noroshi bench checks} prints the table. */
class ChecksComparisonTest {

    /** Rules for images, headings, tables, links, language, titles and frames. */
    private static final Set<String> WANTED = Set.of(
            "23a2a8", "59796f", "7d6734", "46ca7f", "8fc3b6", "ffd0e9", "a25f45", "d0f69e", "c487ae", "5effbb",
            "b5c3f8", "bf051a", "de46e4", "2779a5", "cae760", "akn7bn");

    /** One checker on one rule. */
    private static final class Score {
        private int agreed;
        private int found;
        private int falsePositives;
        private int falseNegatives;
        private boolean hasRule;

        void count(String expected, String said) {
            if (said.equals("none")) return;
            hasRule = true;
            if (said.equals(expected)) agreed++;
            boolean fails = expected.equals("failed");
            boolean reports = said.equals("failed");
            if (fails && reports) found++;
            if (!fails && reports) falsePositives++;
            if (fails && !reports) falseNegatives++;
        }
    }

    private static final class Row {
        private final String name;
        private int cases;
        private int failed;
        private final Score ours = new Score();
        private final Score axe = new Score();

        Row(String name) {
            this.name = name;
        }
    }

    @Test
    void everyRuleOfTheCorpusIsDecidedOrHasAReason() throws IOException {
        var corpus = ActCorpus.orSkip();
        var reasons = ActCorpus.leftOut();
        var decided = corpus.checked();
        assertThat(corpus.cases.stream()
                        .filter(each -> !decided.containsKey(key(each)) && !reasons.containsKey(each.ruleId()))
                        .map(each -> each.ruleId() + " " + each.ruleName())
                        .distinct())
                .isEmpty();
    }

    @Test
    void nothingFineIsReportedAndNoLessIsFoundThanByAxe() throws IOException {
        LongRun.orSkip("the checks beside axe-core on 479 pages take two minutes");
        var corpus = ActCorpus.orSkip();
        var ours = corpus.checked();
        var rows = new TreeMap<String, Row>();
        try (var browsing = new Browsing()) {
            var axe = new AxeOnCorpus(browsing::page, corpus.folder);
            for (var each : corpus.cases) {
                var said = ours.get(key(each));
                if (said == null) continue;
                var row = rows.computeIfAbsent(each.ruleId(), id -> new Row(each.ruleName()));
                row.cases++;
                if (each.expected().equals("failed")) row.failed++;
                row.ours.count(each.expected(), said);
                row.axe.count(each.expected(), axe.outcome(each));
            }
        }
        print(rows);
        assertThat(rows.values().stream().filter(row -> row.ours.falsePositives > 0))
                .isEmpty();
        assertThat(less(rows)).as("rules of which axe-core finds more").isEmpty();
    }

    private static List<String> less(Map<String, Row> rows) {
        var less = new ArrayList<String>();
        rows.forEach((id, row) -> {
            if (WANTED.contains(id) && row.ours.found < row.axe.found) less.add(id + " " + row.name);
        });
        return less;
    }

    private static String key(ActCorpus.Case each) {
        return each.path() + " " + each.ruleId();
    }

    private static void print(Map<String, Row> rows) {
        System.out.println(
                "| ACT rule | cases | to be found | agreed | false + | false − | axe: agreed | false + | false − |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        var all = new Row("all");
        rows.forEach((id, row) -> {
            System.out.println("| " + id + " " + row.name + " | " + row.cases + " | " + row.failed + " | "
                    + cells(row.ours) + " | " + cells(row.axe) + " |");
            all.cases += row.cases;
            all.failed += row.failed;
            add(all.ours, row.ours);
            add(all.axe, row.axe);
        });
        System.out.println(
                "| all | " + all.cases + " | " + all.failed + " | " + cells(all.ours) + " | " + cells(all.axe) + " |");
        System.out.println();
        ActCorpus.leftOut().forEach((id, reason) -> System.out.println("left out: " + id + ": " + reason));
    }

    private static void add(Score all, Score one) {
        all.hasRule |= one.hasRule;
        all.agreed += one.agreed;
        all.falsePositives += one.falsePositives;
        all.falseNegatives += one.falseNegatives;
    }

    private static String cells(Score score) {
        if (!score.hasRule) return "no rule | – | –";
        return score.agreed + " | " + score.falsePositives + " | " + score.falseNegatives;
    }
}
