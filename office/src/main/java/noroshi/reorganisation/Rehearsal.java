package noroshi.reorganisation;

import java.util.List;
import java.util.Map;

/**
 * What a plan would do, and what stands in its way.
 *
 * @param after every department there would be, by code
 * @param heirs the departments that would end → the one that does their work then; "" for none
 * @param moves everything that changes its department
 * @param redirects old address → new, inside the site
 */
public record Rehearsal(
        Map<String, Unit> before,
        Map<String, Unit> after,
        Map<String, String> heirs,
        List<Move> moves,
        Map<String, String> redirects,
        List<Problem> problems) {

    public Rehearsal {
        moves = List.copyOf(moves);
        problems = List.copyOf(problems);
    }

    /**
     * @param kind article, series, officer, or another feature's word; @param key names the one thing, "" for all that hang on the department
     * @param open an article that readers see
     */
    public record Move(String kind, String key, String from, String to, boolean open) {}

    /** @param act its place in the plan, from 0; -1: the plan as a whole; @param text Japanese: what, and what to do */
    public record Problem(int act, String text) {}

    public boolean isClear() {
        return problems.isEmpty();
    }

    public List<Unit> founded() {
        return after.values().stream()
                .filter(u -> !before.containsKey(u.code()))
                .toList();
    }

    /** Departments that go on under another name, parent or contact. */
    public List<Unit> changed() {
        return after.values().stream()
                .filter(u -> before.containsKey(u.code()) && !u.equals(before.get(u.code())))
                .toList();
    }

    public String name(String code) {
        var unit = after.getOrDefault(code, before.get(code));
        return unit == null ? code : unit.name();
    }
}
