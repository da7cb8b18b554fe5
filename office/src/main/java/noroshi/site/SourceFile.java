package noroshi.site;

import java.util.List;

/**
 * A file made from a register: open data.
 *
 * @param path inside the site, e.g. {@code /tenders/data.csv}; @param type a media type with its charset
 * @param texts what it consists of; a long file in several pieces, so that a changed line changes its piece only
 * @param bytes in place of {@code texts}, where it is no text; else none
 * @param removed true: the address is gone and the content is ignored
 */
public record SourceFile(
        String government, String path, String type, List<String> texts, byte[] bytes, boolean removed) {

    private static final byte[] NONE = {};

    public SourceFile {
        texts = List.copyOf(texts);
    }

    public SourceFile(String government, String path, String type, String text, boolean removed) {
        this(government, path, type, List.of(text), NONE, removed);
    }

    public static SourceFile of(String government, String path, String type, List<String> texts) {
        return new SourceFile(government, path, type, texts, NONE, false);
    }

    public static SourceFile of(String government, String path, String type, byte[] bytes) {
        return new SourceFile(government, path, type, List.of(), bytes, false);
    }
}
