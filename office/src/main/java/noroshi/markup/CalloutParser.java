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

/** Reads a box from its {@code :::name} to its {@code :::}, or to the end of the text. */
final class CalloutParser extends AbstractBlockParser {

    private static final Pattern OPEN = Pattern.compile("^:::[ 　]*([^\\s:].{0,99})$");
    private static final Pattern CLOSE = Pattern.compile("^:::\\s*$");
    private static final int INDENT_MAX = 3;

    private final Callout callout;

    private CalloutParser(String written) {
        callout = new Callout(written);
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return !(child instanceof Callout);
    }

    @Override
    public Block getBlock() {
        return callout;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return state.getIndent() <= INDENT_MAX && CLOSE.matcher(rest(state)).matches()
                ? BlockContinue.finished()
                : BlockContinue.atIndex(state.getIndex());
    }

    private static CharSequence rest(ParserState state) {
        var line = state.getLine().getContent();
        return line.subSequence(Math.min(state.getNextNonSpaceIndex(), line.length()), line.length());
    }

    /** The part of a parser that knows boxes. */
    static final class Reading implements Parser.ParserExtension {

        @Override
        public void extend(Parser.Builder builder) {
            builder.customBlockParserFactory(new Factory());
        }
    }

    private static final class Factory extends AbstractBlockParserFactory {

        @Override
        public org.commonmark.parser.block.@org.jspecify.annotations.Nullable BlockStart tryStart(
                ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() > INDENT_MAX) return BlockStart.none();
            var open = OPEN.matcher(rest(state));
            if (!open.matches()) return BlockStart.none();
            return BlockStart.of(new CalloutParser(open.group(1)))
                    .atIndex(state.getLine().getContent().length());
        }
    }
}
