package noroshi.checks.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import noroshi.markup.Markup;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown with its tree, and the words that readers see at the same offsets as in the source. */
final class SourceText {

    private static final char GAP = '\u0000';
    private static final int DEPTH_MAX = 100;
    private static final Parser PARSER = Parser.builder()
            .extensions(Markup.READING)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .enabledBlockTypes(Set.of(
                    org.commonmark.node.Heading.class,
                    org.commonmark.node.FencedCodeBlock.class,
                    org.commonmark.node.ThematicBreak.class,
                    org.commonmark.node.ListBlock.class,
                    org.commonmark.node.BlockQuote.class,
                    org.commonmark.node.IndentedCodeBlock.class))
            .build();

    final String source;
    final Node tree;

    /** The source, with everything that is not shown as words replaced by U+0000. */
    final String words;

    private SourceText(String source, Node tree, String words) {
        this.source = source;
        this.tree = tree;
        this.words = words;
    }

    static SourceText of(String markdown) {
        try {
            var tree = PARSER.parse(markdown);
            var words = new Words(markdown.length());
            tree.accept(words);
            return new SourceText(markdown, tree, words.of(markdown));
        } catch (StackOverflowError | TooDeep e) {
            return plain(
                    markdown); // Nobody writes this deep except to break the reading: only the words are looked at.
        }
    }

    /** A text without any markup. */
    static SourceText plain(String text) {
        return new SourceText(text, PARSER.parse(""), text);
    }

    /** Nodes of a kind in the order of the text. */
    <T extends Node> List<T> all(Class<T> kind) {
        var found = new ArrayList<T>();
        for (Node node = tree.getFirstChild(); node != null; node = next(node, tree))
            if (kind.isInstance(node)) found.add(kind.cast(node));
        return found;
    }

    private static @org.jspecify.annotations.Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) return node.getFirstChild();
        Node at = node;
        while (at != null && at != root && at.getNext() == null) at = at.getParent();
        return at == null || at == root ? null : at.getNext();
    }

    static int from(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().getFirst().getInputIndex();
    }

    static int to(Node node) {
        if (node.getSourceSpans().isEmpty()) return 0;
        SourceSpan last = node.getSourceSpans().getLast();
        return last.getInputIndex() + last.getLength();
    }

    /** The words inside a node, images by their alternative text. */
    static String text(Node node) {
        var text = new StringBuilder();
        for (Node at = node.getFirstChild(); at != null; at = next(at, node)) {
            if (at instanceof Text words) text.append(words.getLiteral());
            else if (at instanceof Code code) text.append(code.getLiteral());
        }
        return text.toString().strip();
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Marks which characters are words. */
    private static final class Words extends AbstractVisitor {

        private final boolean[] shown;
        private int depth;

        Words(int length) {
            shown = new boolean[length];
        }

        @Override
        public void visit(Text text) {
            for (var span : text.getSourceSpans())
                Arrays.fill(
                        shown,
                        span.getInputIndex(),
                        Math.min(shown.length, span.getInputIndex() + span.getLength()),
                        true);
        }

        @Override
        public void visit(HtmlInline html) {}

        @Override
        protected void visitChildren(Node parent) {
            if (++depth > DEPTH_MAX) throw new TooDeep();
            super.visitChildren(parent);
            depth--;
        }

        String of(String markdown) {
            var words = markdown.toCharArray();
            for (int i = 0; i < words.length; i++) if (!shown[i] && words[i] != '\n') words[i] = GAP;
            return new String(words);
        }
    }

    /** Whether a node is a block of its own with nothing in it. */
    static boolean isEmpty(Node node) {
        return node instanceof Block && text(node).isEmpty() && node.getFirstChild() == null;
    }
}
