package noroshi.desk;

import java.util.List;
import java.util.Map;
import noroshi.reorganisation.Holdings;
import noroshi.reorganisation.Plan;
import noroshi.reorganisation.Unit;

/**
 * The form of one act.
 *
 * @param units every department that there would be after the acts so far
 * @param held of the department that is to be divided; otherwise empty
 * @param typed the fields as they were typed
 */
public record ReorganisationFields(
        Plan plan, String kind, List<Unit> units, Holdings held, Map<String, String> typed, List<String> from) {

    public ReorganisationFields {
        typed = Map.copyOf(typed);
        from = List.copyOf(from);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean is(String field, String value) {
        return value(field).equals(value);
    }

    public String title() {
        return switch (kind) {
            case "found" -> "課室を新設する";
            case "move" -> "課室を移動・改称する";
            case "merge" -> "課室を統合する";
            case "split" -> "課室を分割する";
            case "close" -> "課室を廃止する";
            default -> "連絡先を変える";
        };
    }
}
