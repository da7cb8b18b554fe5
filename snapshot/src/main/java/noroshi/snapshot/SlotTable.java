package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The slots' node: mark "NSL1" | u32 count | count × (text8 name, timeline of parts), sorted by name. */
final class SlotTable {
    private static final int MARK = 0x4E534C31;
    static final int SLOTS_MAX = 100_000;

    private SlotTable() {}

    static byte[] write(Map<String, Timeline<List<Part>>> slots) {
        Wire wire = new Wire();
        wire.u32(MARK).u32(slots.size());
        new TreeMap<>(slots).forEach((name, timeline) -> {
            wire.text8(name);
            ValueCodec.writeTimeline(wire, timeline, parts -> ValueCodec.writeParts(wire, parts));
        });
        return wire.toBytes();
    }

    static Map<String, Timeline<List<Part>>> read(MemorySegment node, Function<FragmentRef, Fragment> fragments) {
        Cursor cursor = new Cursor(node, 0);
        cursor.magic(MARK);
        int count = cursor.length(SLOTS_MAX);
        Map<String, Timeline<List<Part>>> slots = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String name = cursor.text8();
            slots.put(name, ValueCodec.readTimeline(cursor, () -> flat(name, ValueCodec.readParts(cursor, fragments))));
        }
        return slots;
    }

    /** Slots inside slots would make every look-up a search for circles. */
    static List<Part> flat(String name, List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Part.Slot(String inner)) {
                throw new IllegalArgumentException(
                        "Slot '" + name + "' holds the slot '" + inner + "'; put its parts there instead");
            }
        }
        return List.copyOf(parts);
    }
}
