package noroshi.reorganisation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A change of the organisation as it is written down.
 *
 * @param at when it is to take place; once done: when it took place; null: not decided
 * @param version grows with each change, so that two officers cannot overwrite each other
 * @param problem why it could not be done at its time (Japanese); "" otherwise
 */
public record Plan(
        String government,
        long id,
        String name,
        State state,
        List<Act> acts,
        @Nullable Instant at,
        int version,
        String problem,
        long createdBy,
        Instant createdAt) {

    public static final int NAME_CHARACTERS_MAX = 100;
    public static final int PLANS_MAX = 500;

    public Plan {
        acts = List.copyOf(acts);
    }

    public enum State {
        DRAFT("作成中"),
        PLANNED("予約済み"),
        DONE("実行済み"),
        REFUSED("実行できませんでした"),
        UNDONE("元に戻しました"),
        CANCELLED("取りやめました");

        private final String japanese;

        State(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** What is written can still be changed. */
    public boolean isOpen() {
        return switch (state) {
            case DRAFT, REFUSED -> true;
            case PLANNED, DONE, UNDONE, CANCELLED -> false;
        };
    }

    /** It can still take place. */
    public boolean isPending() {
        return isOpen() || state == State.PLANNED;
    }

    public Set<String> touched() {
        var touched = new TreeSet<String>();
        acts.forEach(act -> touched.addAll(act.touched()));
        return touched;
    }
}
