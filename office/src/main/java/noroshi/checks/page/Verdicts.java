package noroshi.checks.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import noroshi.checks.Finding;
import noroshi.checks.Lines;
import noroshi.checks.Outcome;
import noroshi.checks.Repair;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the rules say while they look; a page fails a rule when one element does. */
final class Verdicts {

    static final int FINDINGS_MAX = 2_000;

    private final Lines lines;
    private final Map<Rule, Outcome> outcomes = new EnumMap<>(Rule.class);
    private final List<Finding> findings = new ArrayList<>();

    Verdicts(String source) {
        lines = new Lines(source);
    }

    void pass(Rule rule) {
        outcomes.putIfAbsent(rule, Outcome.PASSED);
    }

    /** A person has to look; nothing is reported. */
    void leave(Rule rule) {
        if (outcomes.get(rule) != Outcome.FAILED) outcomes.put(rule, Outcome.UNDECIDED);
    }

    void fail(Rule rule, Element at, String reason) {
        fail(rule, at, reason, null);
    }

    void fail(Rule rule, Element at, String reason, @Nullable Repair repair) {
        outcomes.put(rule, Outcome.FAILED);
        var range = at.sourceRange();
        var place = range.isTracked() ? lines.place(range.startPos(), range.endPos()) : lines.place(0, 0);
        if (findings.size() < FINDINGS_MAX) findings.add(new Finding(rule, place, reason, repair));
    }

    void passOrFail(Rule rule, boolean passes, Element at, String reason) {
        if (passes) pass(rule);
        else fail(rule, at, reason);
    }

    Map<Rule, Outcome> outcomes() {
        return outcomes;
    }

    List<Finding> findings() {
        return findings;
    }
}
