package noroshi.markup;

import org.commonmark.node.CustomNode;

/** A place in the text that has a footnote. */
public final class NoteCall extends CustomNode {

    private final int number;
    private final boolean first;

    NoteCall(int number, boolean first) {
        this.number = number;
        this.first = first;
    }

    public int number() {
        return number;
    }

    boolean isFirst() {
        return first;
    }
}
