package noroshi.snapshot;

import java.util.List;
import java.util.function.Consumer;

/** Walks every fragment that a timeline of values may ever show by itself (slots are the slot table's). */
final class Fragments {
    private Fragments() {}

    static void of(Timeline<Value> timeline, Consumer<Fragment> take) {
        timeline.steps().forEach(step -> {
            switch (step.value()) {
                case Value.Page page -> of(page.parts(), take);
                case Value.Gone gone -> of(gone.parts(), take);
                case Value.Moved moved -> {}
                case Value.Absent absent -> {}
            }
        });
    }

    private static void of(List<Part> parts, Consumer<Fragment> take) {
        parts.forEach(part -> of(part, take));
    }

    static void of(Part part, Consumer<Fragment> take) {
        switch (part) {
            case Part.Piece(Fragment fragment) -> take.accept(fragment);
            case Part.Timed(Timeline<Fragment> timeline) -> timeline.steps().forEach(step -> take.accept(step.value()));
            case Part.Slot slot -> {}
            case Part.Blank blank -> {}
        }
    }
}
