package noroshi.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up slots and times for one answer, and notes when the clock changes it next. */
final class Resolution {
    private final Map<String, Timeline<List<Part>>> slots;
    private final Instant at;
    private Instant until = Instant.MAX;

    Resolution(Map<String, Timeline<List<Part>>> slots, Instant at) {
        this.slots = slots;
        this.at = at;
    }

    Answer answer(Timeline<Value> timeline) {
        return switch (look(timeline)) {
            case Value.Page(Head head, List<Part> parts, @Nullable String form) -> {
                List<Content> body = body(parts);
                yield new Answer.Found(head, body, form, tag(head, body), until);
            }
            case Value.Moved(int status, String target) -> new Answer.Moved(status, target, until);
            case Value.Gone(Head head, List<Part> parts) -> {
                List<Content> body = body(parts);
                yield new Answer.Gone(head, body, tag(head, body), until);
            }
            case Value.Absent() -> new Answer.Absent(until);
        };
    }

    private <T> T look(Timeline<T> timeline) {
        Instant change = timeline.changesAfter(at);
        if (change.isBefore(until)) {
            until = change;
        }
        return timeline.at(at);
    }

    private List<Content> body(List<Part> parts) {
        List<Content> body = new ArrayList<>(parts.size() + 4);
        add(parts, body);
        return List.copyOf(body);
    }

    private void add(List<Part> parts, List<Content> body) {
        for (Part part : parts) {
            switch (part) {
                case Part.Piece(Fragment fragment) -> body.add(fragment);
                case Part.Timed(Timeline<Fragment> timeline) -> body.add(look(timeline));
                case Part.Blank blank -> body.add(blank);
                case Part.Slot(String name) -> {
                    Timeline<List<Part>> filling = slots.get(name);
                    if (filling != null) {
                        add(look(filling), body);
                    }
                }
            }
        }
    }

    private static Hash tag(Head head, List<Content> body) {
        Wire wire = new Wire(256);
        HeadTable.write(wire, head);
        for (Content content : body) {
            switch (content) {
                case Fragment fragment -> wire.hash(fragment.hash());
                case Part.Blank(String name) -> wire.bytes(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Hash.of(wire.toBytes());
    }
}
