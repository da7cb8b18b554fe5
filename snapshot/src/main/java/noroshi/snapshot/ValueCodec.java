package noroshi.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import noroshi.snapshot.Timeline.Step;

/** Timelines, values and parts to bytes and back (docs/snapshot.md, "Records"). */
final class ValueCodec {
    private static final int ABSENT = 0;
    private static final int PAGE = 1;
    private static final int MOVED = 2;
    private static final int GONE = 3;

    private static final int PIECE = 0;
    private static final int SLOT = 1;
    private static final int TIMED = 2;
    private static final int BLANK = 3;

    private ValueCodec() {}

    static void writeRecord(Wire wire, Timeline<Value> timeline, HeadTable heads) {
        writeTimeline(wire, timeline, value -> writeValue(wire, value, heads));
    }

    static <T> void writeTimeline(Wire wire, Timeline<T> timeline, Consumer<T> writeValue) {
        wire.u8(timeline.steps().size());
        for (Step<T> step : timeline.steps()) {
            wire.u64(step.from().toEpochMilli());
            writeValue.accept(step.value());
        }
    }

    private static void writeValue(Wire wire, Value value, HeadTable heads) {
        switch (value) {
            case Value.Absent() -> wire.u8(ABSENT);
            case Value.Page(Head head, List<Part> parts, var form) -> {
                wire.u8(PAGE).u16(heads.number(head)).text8(form == null ? "" : form);
                writeParts(wire, parts);
            }
            case Value.Moved(int status, String target) ->
                wire.u8(MOVED).u16(status).text16(target);
            case Value.Gone(Head head, List<Part> parts) -> {
                wire.u8(GONE).u16(heads.number(head));
                writeParts(wire, parts);
            }
        }
    }

    static void writeParts(Wire wire, List<Part> parts) {
        wire.u16(parts.size());
        for (Part part : parts) {
            switch (part) {
                case Part.Piece(Fragment fragment) -> fragment.ref().write(wire.u8(PIECE));
                case Part.Slot(String name) -> wire.u8(SLOT).text8(name);
                case Part.Timed(Timeline<Fragment> timeline) -> {
                    wire.u8(TIMED);
                    writeTimeline(wire, timeline, fragment -> fragment.ref().write(wire));
                }
                case Part.Blank(String name) -> wire.u8(BLANK).text8(name);
            }
        }
    }

    static Timeline<Value> readRecord(
            Cursor cursor, Function<Integer, Head> heads, Function<FragmentRef, Fragment> fragments) {
        return readTimeline(cursor, () -> readValue(cursor, heads, fragments));
    }

    static <T> Timeline<T> readTimeline(Cursor cursor, java.util.function.Supplier<T> readValue) {
        int count = cursor.u8();
        List<Step<T>> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant from = Instant.ofEpochMilli(cursor.u64());
            steps.add(new Step<>(from, readValue.get()));
        }
        return new Timeline<>(steps);
    }

    private static Value readValue(
            Cursor cursor, Function<Integer, Head> heads, Function<FragmentRef, Fragment> fragments) {
        int kind = cursor.u8();
        return switch (kind) {
            case ABSENT -> new Value.Absent();
            case PAGE -> {
                Head head = heads.apply(cursor.u16());
                String form = cursor.text8();
                yield new Value.Page(head, readParts(cursor, fragments), form.isEmpty() ? null : form);
            }
            case MOVED -> new Value.Moved(cursor.u16(), cursor.text16());
            case GONE -> new Value.Gone(heads.apply(cursor.u16()), readParts(cursor, fragments));
            default -> throw new SnapshotBroken("No value has the kind " + kind);
        };
    }

    static List<Part> readParts(Cursor cursor, Function<FragmentRef, Fragment> fragments) {
        int count = cursor.u16();
        List<Part> parts = new ArrayList<>(Math.min(count, Value.PARTS_MAX));
        for (int i = 0; i < count; i++) {
            parts.add(readPart(cursor, fragments));
        }
        return parts;
    }

    private static Part readPart(Cursor cursor, Function<FragmentRef, Fragment> fragments) {
        int kind = cursor.u8();
        return switch (kind) {
            case PIECE -> new Part.Piece(fragments.apply(FragmentRef.read(cursor)));
            case SLOT -> new Part.Slot(cursor.text8());
            case TIMED -> new Part.Timed(readTimeline(cursor, () -> fragments.apply(FragmentRef.read(cursor))));
            case BLANK -> new Part.Blank(cursor.text8());
            default -> throw new SnapshotBroken("No part has the kind " + kind);
        };
    }
}
