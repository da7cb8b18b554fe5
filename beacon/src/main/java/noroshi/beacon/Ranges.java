package noroshi.beacon;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import noroshi.snapshot.Fragment;
import org.jspecify.annotations.Nullable;

/** RFC 9110 §14: one range of bytes. Several at once are answered with the whole, as the standard allows. */
sealed interface Ranges {

    record Whole() implements Ranges {}

    /** Bytes from the first to the last, both included. */
    record Single(long first, long last) implements Ranges {}

    record Unsatisfiable() implements Ranges {}

    Pattern SINGLE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    static Ranges of(@Nullable String field, long length) {
        if (field == null) return new Whole();
        var match = SINGLE.matcher(field);
        if (!match.matches()) return new Whole();
        String from = match.group(1);
        String to = match.group(2);
        if (from.isEmpty()) return to.isEmpty() ? new Whole() : suffix(Long.parseLong(to), length);
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? length - 1 : Math.min(Long.parseLong(to), length - 1);
        if (!to.isEmpty() && Long.parseLong(to) < first) return new Whole();
        return first >= length ? new Unsatisfiable() : new Single(first, last);
    }

    private static Ranges suffix(long count, long length) {
        if (count == 0 || length == 0) return new Unsatisfiable();
        return new Single(Math.max(0, length - count), length - 1);
    }

    /** The views that together hold the range. */
    static List<ByteBuffer> cut(List<Fragment> fragments, Single range) {
        var parts = new ArrayList<ByteBuffer>();
        long at = 0;
        for (var fragment : fragments) {
            long from = Math.max(range.first() - at, 0);
            long to = Math.min(range.last() + 1 - at, fragment.storedBytes());
            if (from < to) parts.add(fragment.buffer().slice((int) from, (int) (to - from)));
            at += fragment.storedBytes();
        }
        return parts;
    }
}
