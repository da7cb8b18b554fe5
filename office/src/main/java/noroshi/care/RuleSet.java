package noroshi.care;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import noroshi.checks.Rule;

/** Names the rules and the look that a finding came from: when either changes, every page is looked at anew. */
final class RuleSet {

    /** Counted up by hand when a rule finds something else than before, or the pages' templates change. */
    private static final int COUNT = 1;

    static final String NAME = name();

    private RuleSet() {}

    private static String name() {
        var sum = new CRC32();
        for (var rule : Rule.values())
            sum.update((rule.id() + rule.severity() + rule.criteria()).getBytes(StandardCharsets.UTF_8));
        return "%d-%08x".formatted(COUNT, sum.getValue());
    }
}
