package noroshi.cleaning;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The ways in. Each call stands alone and may come from any thread; large texts wait for each other. */
public final class Cleaning {

    /** A clipboard holds no more that an officer would want to keep; longer is cut with a note. */
    public static final int SOURCE_CHARACTERS_MAX = 4_000_000;

    /** A wider table cannot be read on a telephone or aloud: it becomes one list a row. */
    public static final int TABLE_COLUMNS_MAX = 30;

    private Cleaning() {}

    /** @param source a whole page or a piece of one, however broken */
    public static Cleaned html(String source, Wishes wishes) {
        boolean tooLong = source.length() > SOURCE_CHARACTERS_MAX;
        var read = tooLong ? source.substring(0, SOURCE_CHARACTERS_MAX) : source;
        try (var turn = Turn.of(read.length())) {
            return element(Jsoup.parse(read).body(), wishes, tooLong);
        }
    }

    /**
     * The part of a page that is its content.
     *
     * @param content is changed; give a clone if it is still needed
     */
    public static Cleaned element(Element content, Wishes wishes) {
        return element(content, wishes, false);
    }

    /** Without markup: the lines of a PDF are joined, rows with tabs become a table, marks at line starts a list. */
    public static Cleaned text(String source) {
        boolean tooLong = source.length() > SOURCE_CHARACTERS_MAX;
        var read = tooLong ? source.substring(0, SOURCE_CHARACTERS_MAX) : source;
        try (var turn = Turn.of(read.length())) {
            return new MarkdownWriter().write(withNote(tooLong, PlainLines.blocks(read)));
        }
    }

    private static Cleaned element(Element content, Wishes wishes, boolean tooLong) {
        Scrub.scrub(content);
        WordLists.make(content);
        var blocks = new Blocks(wishes, HeadingLevels.of(content)).of(content);
        return new MarkdownWriter().write(withNote(tooLong, blocks));
    }

    private static java.util.List<Block> withNote(boolean tooLong, java.util.List<Block> blocks) {
        if (!tooLong) return blocks;
        var all = new java.util.ArrayList<Block>();
        all.add(new Block.Remark("長すぎるため、初めの%,d文字だけを取り込みました。残りは分けて貼り付けてください。".formatted(SOURCE_CHARACTERS_MAX)));
        all.addAll(blocks);
        return all;
    }
}
