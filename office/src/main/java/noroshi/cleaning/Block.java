package noroshi.cleaning;

import java.util.List;

/** A piece of the text to be written, one below the other. Words inside are Markdown already; '\n' in them is a hard line break. */
sealed interface Block {

    /** @param text its line starts are not escaped yet */
    record Words(String text) implements Block {}

    record Heading(int level, String text) implements Block {}

    /** @param first the number of the first item; 0: marks, no numbers */
    record Items(int first, List<List<Block>> items) implements Block {

        boolean sameKind(Items other) {
            return (first == 0) == (other.first == 0);
        }
    }

    record Quote(List<Block> inner) implements Block {}

    /** Written as it is: a table, a line, a block of code, a footnote. */
    record Lines(List<String> lines) implements Block {}

    /** Takes no room; becomes a note at the line of what follows. */
    record Remark(String message) implements Block {}
}
