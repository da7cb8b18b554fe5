package noroshi.site.page;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Puts a body in order: headings without gaps below the page's title, links inside the site, no spaces inside Japanese. */
final class Tidied extends AbstractVisitor {

    private static final int FIRST_LEVEL = 2;

    private final Addresses addresses;
    private int highest;
    private int last = FIRST_LEVEL - 1;

    Tidied(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public void visit(Heading heading) {
        if (highest == 0) highest = heading.getLevel();
        // Readers with a screen reader walk by headings: none may be skipped.
        int wanted = Math.max(FIRST_LEVEL, heading.getLevel() - highest + FIRST_LEVEL);
        last = Math.min(Math.min(wanted, last + 1), 6);
        heading.setLevel(last);
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        link.setDestination(addresses.resolved(link.getDestination()));
        visitChildren(link);
    }

    @Override
    public void visit(SoftLineBreak line) {
        if (isJapanese(lastCharacter(line.getPrevious())) && isJapanese(firstCharacter(line.getNext()))) line.unlink();
    }

    private static boolean isJapanese(int character) {
        return character >= 0x2E80;
    }

    private static int lastCharacter(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof Text text && !text.getLiteral().isEmpty()
                ? text.getLiteral().charAt(text.getLiteral().length() - 1)
                : 0;
    }

    private static int firstCharacter(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof Text text && !text.getLiteral().isEmpty()
                ? text.getLiteral().charAt(0)
                : 0;
    }
}
