package noroshi.shelters;

import static noroshi.platform.Require.require;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What someone says of a shelter.
 *
 * @param at as of; counts are null where unknown
 * @param voluntaryPeople and voluntaryHouseholds: 自主避難, counted within people and households
 * @param nextUpdate when the next report is promised; null: no promise
 */
public record Told(
        Instant at,
        State state,
        @Nullable Integer people,
        @Nullable Integer households,
        @Nullable Integer voluntaryPeople,
        @Nullable Integer voluntaryHouseholds,
        Crowding crowding,
        Map<Need, Need.Answer> needs,
        String note,
        @Nullable Instant nextUpdate) {

    public static final int COUNT_MAX = 99_999;
    public static final int NOTE_CHARACTERS_MAX = 500;

    public Told {
        for (var count : new Integer[] {people, households, voluntaryPeople, voluntaryHouseholds})
            require(count == null || count >= 0 && count <= COUNT_MAX, "A count is 0 to %d, not %s.", COUNT_MAX, count);
        require(note.length() <= NOTE_CHARACTERS_MAX, "A note has at most %d characters.", NOTE_CHARACTERS_MAX);
        var all = new EnumMap<Need, Need.Answer>(Need.class);
        for (var need : Need.values()) all.put(need, needs.getOrDefault(need, Need.Answer.UNKNOWN));
        needs = java.util.Collections.unmodifiableMap(all);
    }

    public Need.Answer answer(Need need) {
        return needs.getOrDefault(need, Need.Answer.UNKNOWN);
    }

    /** The same facts, whenever they were told and whatever is promised. */
    boolean saysTheSame(Told other) {
        return state == other.state
                && java.util.Objects.equals(people, other.people)
                && java.util.Objects.equals(households, other.households)
                && java.util.Objects.equals(voluntaryPeople, other.voluntaryPeople)
                && java.util.Objects.equals(voluntaryHouseholds, other.voluntaryHouseholds)
                && crowding == other.crowding
                && needs.equals(other.needs)
                && note.equals(other.note);
    }
}
