package noroshi.markup;

import org.commonmark.node.CustomNode;

/** Stands before a footnote's words and leads back to its place in the text. */
public final class NoteName extends CustomNode {

    private final int number;

    NoteName(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
