package noroshi.snapshot;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Takes a document's lines one after the other, each by its first word. */
final class Lines {
    private final List<String> lines;
    private int at;

    Lines(List<String> lines) {
        this.lines = lines;
    }

    String take(String word) {
        if (!next(word)) {
            throw new SnapshotBroken("Line " + (at + 1) + " must start with '" + word + "'");
        }
        return lines.get(at++).substring(word.length() + 1);
    }

    boolean next(String word) {
        return at < lines.size() && lines.get(at).startsWith(word + " ");
    }

    long number(String word) {
        String text = take(word);
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new SnapshotBroken("Line " + at + ": '" + text + "' is not a number");
        }
        return Long.parseLong(text);
    }

    Instant instant(String word) {
        String text = take(word);
        try {
            Instant instant = Instant.parse(text);
            if (instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw new SnapshotBroken("Line " + at + ": '" + text + "' is not an instant", e);
        }
        throw new SnapshotBroken("Line " + at + ": '" + text + "' is not written in the shortest form");
    }

    Hash hash(String word) {
        try {
            return Hash.parse(take(word));
        } catch (IllegalArgumentException e) {
            throw new SnapshotBroken("Line " + at + " needs 64 hexadecimal digits", e);
        }
    }

    void end() {
        if (at != lines.size()) {
            throw new SnapshotBroken("Line " + (at + 1) + " is not known to this format: '" + lines.get(at) + "'");
        }
    }
}
