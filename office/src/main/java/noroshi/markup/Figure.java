package noroshi.markup;

import org.commonmark.node.CustomBlock;

/** One image (its only child) with words below. */
public final class Figure extends CustomBlock {

    private final String caption;

    Figure(String caption) {
        this.caption = caption;
    }

    public String caption() {
        return caption;
    }
}
