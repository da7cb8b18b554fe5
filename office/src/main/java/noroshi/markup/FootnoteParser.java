package noroshi.markup;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Reads the words of a footnote. Its calls are ordinary text until {@link Arrangement} knows which notes there are. */
final class FootnoteParser extends AbstractBlockParser {

    private static final Pattern OPEN = Pattern.compile("^\\[\\^([^\\]\\s]{1,40})\\]:[ \\t]*");
    private static final int INDENT = 4;

    private final Footnote note;

    private FootnoteParser(String label) {
        note = new Footnote(label);
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return !(child instanceof Footnote);
    }

    @Override
    public Block getBlock() {
        return note;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.getIndent() >= INDENT) return BlockContinue.atColumn(state.getColumn() + INDENT);
        return state.isBlank() && note.getFirstChild() != null
                ? BlockContinue.atIndex(state.getNextNonSpaceIndex())
                : BlockContinue.none();
    }

    /** The part of a parser that knows footnotes. */
    static final class Reading implements Parser.ParserExtension {

        @Override
        public void extend(Parser.Builder builder) {
            builder.customBlockParserFactory(new Factory());
        }
    }

    private static final class Factory extends AbstractBlockParserFactory {

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() >= INDENT) return BlockStart.none();
            var line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            var open = OPEN.matcher(line).region(start, line.length());
            if (!open.lookingAt()) return BlockStart.none();
            return BlockStart.of(new FootnoteParser(open.group(1))).atIndex(open.end());
        }
    }
}
