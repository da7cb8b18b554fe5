package noroshi.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import noroshi.publishing.Outcome.Problem;

/**
 * Where which level holds, of one hazard and mark: a pure function of the decided orders in their order.
 *
 * @param levels block to level; {@link #WHOLE} stands for the whole municipality
 */
record Evacuation(TreeMap<String, EvacuationLevel> levels) {

    static final String WHOLE = "";

    static Evacuation of(List<EvacuationOrder> orders) {
        var standing = new Evacuation(new TreeMap<>());
        for (var order : orders) if (order.holds()) standing = standing.after(order);
        return standing;
    }

    Evacuation after(EvacuationOrder order) {
        var next = new TreeMap<>(levels);
        if (order.issue() && order.blocks().isEmpty()) {
            next.values().removeIf(level -> level.compareTo(order.level()) <= 0);
            next.put(WHOLE, order.level());
        } else if (order.issue()) order.blocks().forEach(block -> next.put(block, order.level()));
        else if (order.blocks().isEmpty()) next.values().removeIf(level -> level == order.level());
        else order.blocks().forEach(block -> next.remove(block, order.level()));
        return new Evacuation(next);
    }

    /** The blocks at a level. */
    Set<String> at(EvacuationLevel level) {
        return levels.entrySet().stream()
                .filter(one -> one.getValue() == level)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Someone has to do more than before. */
    boolean isGraverThan(Evacuation before, EvacuationLevel level) {
        return at(level).stream().anyMatch(block -> before.reached(block) < level.number());
    }

    private int reached(String block) {
        var own = levels.get(block);
        var whole = levels.get(WHOLE);
        return Math.max(own == null ? 0 : own.number(), whole == null ? 0 : whole.number());
    }

    /** What keeps an order from being given now. */
    List<Problem> problems(EvacuationOrder order) {
        var problems = new ArrayList<Problem>();
        if (order.blocks().size() > EvacuationOrder.BLOCKS_MAX)
            problems.add(new Problem(
                    "blocks",
                    "町字が%d件あります。%d件以内に分けてください。".formatted(order.blocks().size(), EvacuationOrder.BLOCKS_MAX)));
        if (order.blocks().stream().anyMatch(b -> b.length() > EvacuationOrder.BLOCK_CHARACTERS_MAX))
            problems.add(
                    new Problem("blocks", "町字は1行に1つ、%d文字以内で入力してください。".formatted(EvacuationOrder.BLOCK_CHARACTERS_MAX)));
        if (order.words().isBlank() || order.words().length() > Declaration.WORDS_CHARACTERS_MAX)
            problems.add(
                    new Problem("words", "理由と状況を、1文字以上%,d文字以内で入力してください。".formatted(Declaration.WORDS_CHARACTERS_MAX)));
        if (after(order).equals(this)) problems.add(new Problem("level", unchanged(order)));
        return problems;
    }

    private String unchanged(EvacuationOrder order) {
        if (!order.issue()
                && levels.get(WHOLE) == order.level()
                && !order.blocks().isEmpty())
            return "全域に出ている%sは、町字ごとには解除できません。残る町字に発令してから、全域を解除してください。"
                    .formatted(order.level().japanese());
        return order.issue()
                ? "この地域には、すでに同じ情報が出ています。"
                : "この地域に、解除する%sは出ていません。".formatted(order.level().japanese());
    }
}
