package noroshi.markup;

import org.commonmark.node.CustomBlock;

/** {@code [^1]: the words of a note}, further lines indented by four. Only between reading and arranging. */
final class Footnote extends CustomBlock {

    private final String label;

    Footnote(String label) {
        this.label = label;
    }

    /** Without regard to case. */
    String label() {
        return label.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
