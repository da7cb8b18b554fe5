package noroshi.snapshot;

/** How a fragment's bytes are kept: its number stands in the formats. */
public enum Encoding {
    /** Text: raw deflate blocks (RFC 1951) ending on a full flush, never a final block. */
    DEFLATE,
    /** Images, attachments: the plain bytes. Only these take byte ranges. */
    RAW;

    static Encoding of(int number) {
        return switch (number) {
            case 0 -> DEFLATE;
            case 1 -> RAW;
            default -> throw new SnapshotBroken("No encoding has the number " + number);
        };
    }

    int number() {
        return switch (this) {
            case DEFLATE -> 0;
            case RAW -> 1;
        };
    }
}
