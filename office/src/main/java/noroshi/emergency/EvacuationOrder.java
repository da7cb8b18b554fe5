package noroshi.emergency;

import java.time.Instant;
import java.util.List;

/**
 * One 発令 or 解除, proposed by an officer.
 *
 * @param issue false: it lifts that level
 * @param blocks 町字; empty: the whole municipality
 * @param words what happens, for readers
 * @param decision waiting, approved, alone (one person, with a reason) or refused
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
        String reason) {

    public static final int BLOCKS_MAX = 200;
    public static final int BLOCK_CHARACTERS_MAX = 30;

    public EvacuationOrder {
        blocks = blocks.stream()
                .map(String::strip)
                .filter(b -> !b.isEmpty())
                .distinct()
                .toList();
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
