package noroshi.checks;

import org.jspecify.annotations.Nullable;

/**
 * Something a rule found.
 *
 * @param reason what is wrong here and what to do, polite Japanese
 * @param repair null: a person has to think
 */
public record Finding(
        Rule rule, Place place, String reason, @Nullable Repair repair) {

    public Severity severity() {
        return rule.severity();
    }
}
