package noroshi.checks.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import noroshi.checks.Finding;
import noroshi.checks.Lines;
import noroshi.checks.Repair;
import noroshi.checks.Rule;

/** The findings in one text, with their places. */
final class Remarks {

    static final int FINDINGS_MAX = 1_000;

    private final Lines lines;
    private final List<Finding> findings = new ArrayList<>();

    Remarks(String source) {
        lines = new Lines(source);
    }

    void add(Rule rule, int from, int to, String reason) {
        if (findings.size() < FINDINGS_MAX) findings.add(new Finding(rule, lines.place(from, to), reason, null));
    }

    /** @param replacement of what stands between {@code from} and {@code to} */
    void add(Rule rule, int from, int to, String reason, String replacement) {
        var label = replacement.isEmpty() ? "削除する" : "「" + replacement + "」にする";
        if (findings.size() < FINDINGS_MAX)
            findings.add(new Finding(rule, lines.place(from, to), reason, new Repair(label, from, to, replacement)));
    }

    List<Finding> inOrder() {
        return findings.stream()
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> finding.place().from())
                        .thenComparing(Finding::rule))
                .toList();
    }
}
