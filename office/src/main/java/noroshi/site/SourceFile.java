package noroshi.site;

/**
 * A file made from a register: open data.
 *
 * @param path inside the site, e.g. {@code /tenders/data.csv}; @param type a media type with its charset
 * @param removed true: the address is gone and {@code text} is ignored
 */
public record SourceFile(String government, String path, String type, String text, boolean removed) {}
