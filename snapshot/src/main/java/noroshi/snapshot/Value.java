package noroshi.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an address holds. */
public sealed interface Value {
    int PARTS_MAX = 1000;

    /** 200. {@code form} names the Form that a POST to this address fills. */
    record Page(Head head, List<Part> parts, @Nullable String form) implements Value {
        public Page {
            parts = limited(parts);
        }

        public Page(Head head, List<Part> parts) {
            this(head, parts, null);
        }
    }

    /** 301, 302, 307 or 308. */
    record Moved(int status, String target) implements Value {
        public Moved {
            if (status != 301 && status != 302 && status != 307 && status != 308) {
                throw new IllegalArgumentException("A move has status 301, 302, 307 or 308, not " + status);
            }
            // The same rule as for header fields: the target becomes one.
            if (target.isEmpty() || target.length() > 4096 || !target.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                throw new IllegalArgumentException("A target is an address in printable ASCII, not '" + target + "'");
            }
        }
    }

    /** 410 with a body that says what became of it. */
    record Gone(Head head, List<Part> parts) implements Value {
        public Gone {
            parts = limited(parts);
        }
    }

    /** 404: before opening, after removal by the clock. */
    record Absent() implements Value {}

    private static List<Part> limited(List<Part> parts) {
        if (parts.size() > PARTS_MAX) {
            throw new IllegalArgumentException("A page has at most " + PARTS_MAX + " parts, not " + parts.size());
        }
        return List.copyOf(parts);
    }
}
