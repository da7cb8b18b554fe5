package noroshi.site.page;

import java.util.List;

/**
 * How a page is shown. Each variant is a path inside the site.
 *
 * <p>Ruby (/ruby) and やさしい日本語 (/plain) will join here; their prefixes are reserved in {@link Addresses#RESERVED}.
 */
public enum Variant {
    FULL("", "通常版", Integer.MAX_VALUE),
    /** One round trip: everything in 14 KB, no further request. */
    LITE("/l", "軽量版", 14 * 1024),
    /** Plain HTML in 4 KB, for the poorest lines. */
    TEXT("/t", "テキスト版", 4 * 1024);

    /** What the beacon's response headers take at most; counted, since "on the wire" is what a reader waits for. */
    static final int HEADER_BYTES = 900;

    private final String prefix;
    private final String label;
    private final int wireBytesMax;

    Variant(String prefix, String label, int wireBytesMax) {
        this.prefix = prefix;
        this.label = label;
        this.wireBytesMax = wireBytesMax;
    }

    public String prefix() {
        return prefix;
    }

    public String label() {
        return label;
    }

    /** The whole answer, compressed, headers counted, TLS not. */
    public int wireBytesMax() {
        return wireBytesMax;
    }

    /** For names of slots. */
    public String code() {
        return switch (this) {
            case FULL -> "full";
            case LITE -> "lite";
            case TEXT -> "text";
        };
    }

    /** What slots (header, banner, footer) take at most in this variant, compressed. */
    int slotBytesMax() {
        return switch (this) {
            case FULL -> Integer.MAX_VALUE;
            case LITE -> 3_600;
            case TEXT -> 900;
        };
    }

    /** What is left for a page's own pieces, compressed. */
    int ownBytesMax() {
        return this == FULL ? Integer.MAX_VALUE : wireBytesMax - HEADER_BYTES - slotBytesMax();
    }

    List<Variant> others() {
        return java.util.Arrays.stream(values()).filter(v -> v != this).toList();
    }
}
