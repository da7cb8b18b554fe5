package noroshi.markup;

import org.commonmark.node.CustomBlock;

/** Where to ask: filled with a department's data when the page is built, so that it follows every change. */
public final class ContactBlock extends CustomBlock {

    private final String department;

    ContactBlock(String department) {
        this.department = department;
    }

    /** A department's code; "": the article's own. */
    public String department() {
        return department;
    }
}
