package noroshi.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One 発令 or 解除, proposed by an officer.
 *
 * @param issue false: it lifts that level
 * @param blocks 町字; empty: the whole municipality
 * @param words what happens, for readers
 * @param decision waiting, approved, alone (one person, with a reason) or refused
 * @param decidedBy 0 while it waits; @param confirmation of what one person decided alone, by a second one
 */
public record EvacuationOrder(
        long id,
        boolean issue,
        Hazard hazard,
        EvacuationLevel level,
        List<String> blocks,
        String words,
        boolean drill,
        long proposedBy,
        Instant proposedAt,
        String decision,
        String reason,
        long decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Confirmation confirmation) {

    /** So long may a lone decision wait for its second person; then the screens say that it is overdue. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofHours(1);

    public static final int BLOCKS_MAX = 200;
    public static final int BLOCK_CHARACTERS_MAX = 30;

    public EvacuationOrder {
        blocks = blocks.stream()
                .map(String::strip)
                .filter(b -> !b.isEmpty())
                .distinct()
                .toList();
    }

    /** One that waits. */
    public EvacuationOrder(
            long id,
            boolean issue,
            Hazard hazard,
            EvacuationLevel level,
            List<String> blocks,
            String words,
            boolean drill,
            long proposedBy,
            Instant proposedAt,
            String decision,
            String reason) {
        this(id, issue, hazard, level, blocks, words, drill, proposedBy, proposedAt, decision, reason, 0, null, null);
    }

    /** The second person's. @param lifted false: confirmed as it is; @param words what they said about it */
    public record Confirmation(boolean lifted, long by, Instant at, String words) {}

    /** One person decided it alone, and nobody else has looked at it yet. */
    public boolean awaitsConfirmation() {
        return decision.equals("alone") && confirmation == null;
    }

    /** Until when a second person is to have looked at it; null where nobody has to. */
    public @Nullable Instant confirmBy() {
        return awaitsConfirmation() && decidedAt != null ? decidedAt.plus(CONFIRMED_WITHIN) : null;
    }

    public boolean isOverdue(Instant now) {
        var due = confirmBy();
        return due != null && due.isBefore(now);
    }

    /** The event of a level of its hazard: one for each, and drills apart. */
    String event(String government, EvacuationLevel of) {
        return "%s%s-%s-%d%s"
                .formatted(Declared.EVACUATION, government, hazard.name(), of.number(), drill ? "-drill" : "");
    }

    /** What undoes it, wanted by another person. */
    EvacuationOrder lift(long by, String why, Instant now) {
        return new EvacuationOrder(0, false, hazard, level, blocks, why, drill, by, now, "waiting", "");
    }

    public String mark() {
        return drill ? "drill" : "";
    }

    /** 避難指示（警戒レベル4）の発令. */
    public String title() {
        return "%s（警戒レベル%d）の%s".formatted(level.japanese(), level.number(), issue ? "発令" : "解除");
    }

    boolean holds() {
        return decision.equals("approved") || decision.equals("alone");
    }
}
