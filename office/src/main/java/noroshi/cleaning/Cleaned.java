package noroshi.cleaning;

import java.util.List;

/**
 * Markdown made from something else.
 *
 * @param markdown ends with one line end, or is empty
 * @param notes what could not be kept as it was, in the order of the text
 */
public record Cleaned(String markdown, List<Note> notes) {

    public Cleaned {
        notes = List.copyOf(notes);
    }

    /**
     * @param line in {@link #markdown}, counted from 1
     * @param message what was changed and what to do (Japanese)
     */
    public record Note(int line, String message) {}
}
