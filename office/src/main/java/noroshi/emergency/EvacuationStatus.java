package noroshi.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How evacuation information stands in a municipality, block by block, for documents that tell the whole of it. */
@Component
public final class EvacuationStatus {

    private final EvacuationStore orders;

    EvacuationStatus(EvacuationStore orders) {
        this.orders = orders;
    }

    /** Evacuation information of one hazard, in earnest or as a drill. */
    public record Subject(Hazard hazard, boolean drill) {

        /** Of an event's name; empty where it is none of evacuation. */
        public static Optional<Subject> of(String event) {
            if (!Declared.isEvacuation(event)) return Optional.empty();
            return Optional.of(new Subject(Hazard.valueOf(event.split("-")[2]), event.endsWith("-drill")));
        }
    }

    /** @param block 町字, "" the whole municipality; @param since when this level began there */
    public record Block(String block, EvacuationLevel level, Instant since) {}

    /** @param words of the newest decided order, "" where there is none; @param at when it was decided */
    public record Status(List<Block> blocks, String words, Instant at) {}

    /** Call inside a door. */
    public Status of(String government, Subject subject) {
        var since = new TreeMap<String, Instant>();
        var standing = Evacuation.of(List.of());
        var words = "";
        var at = Instant.EPOCH;
        for (var order : orders.decided(government, subject.hazard(), subject.drill() ? "drill" : "")) {
            var next = standing.after(order);
            at = order.decidedAt() == null ? at : order.decidedAt();
            for (var one : next.levels().entrySet())
                if (standing.levels().get(one.getKey()) != one.getValue()) since.put(one.getKey(), at);
            standing = next;
            words = order.words();
        }
        var blocks = new ArrayList<Block>();
        for (var one : standing.levels().entrySet())
            blocks.add(new Block(one.getKey(), one.getValue(), since.getOrDefault(one.getKey(), at)));
        return new Status(List.copyOf(blocks), words, at);
    }
}
