package noroshi.publishing;

import java.util.Optional;

/** Where quoted words stand in a text, also after the text around them changed. Pure. */
public record Passage(int line, int from, int to) {

    /** The place nearest to that line; empty: the words are not there any more. @param from and @param to: offsets in the line */
    public static Optional<Passage> find(String body, int line, String quote) {
        if (quote.isEmpty()) return Optional.empty();
        var lines = body.split("\n", -1);
        Passage nearest = null;
        for (int i = 0; i < lines.length; i++) {
            int from = lines[i].indexOf(quote);
            if (from < 0) continue;
            var passage = new Passage(i + 1, from, from + quote.length());
            if (nearest == null || Math.abs(passage.line - line) < Math.abs(nearest.line - line)) nearest = passage;
        }
        return Optional.ofNullable(nearest);
    }
}
