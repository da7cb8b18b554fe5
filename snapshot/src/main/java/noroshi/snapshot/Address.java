package noroshi.snapshot;

/**
 * The name of a stored thing: what it is, the SHA-256 of its plain bytes and, for fragments, the CRC-32C of its stored
 * bytes. The CRC belongs to the name because another deflater may compress the same text to other bytes.
 */
record Address(int kind, Hash hash, int check) {
    static final int BYTES = 1 + 4 + Hash.BYTES;
    static final int NODE = 1;
    static final int DEFLATE = 2;
    static final int RAW = 3;
    /** A signed bundle; only inside packs, never on the wire as an object. */
    static final int ROOT = 4;

    static Address node(Hash hash) {
        return new Address(NODE, hash, 0);
    }

    static int kind(Encoding encoding) {
        return switch (encoding) {
            case DEFLATE -> DEFLATE;
            case RAW -> RAW;
        };
    }

    static Address read(Cursor cursor) {
        int kind = cursor.u8();
        if (kind < NODE || kind > RAW) {
            throw new SnapshotBroken("No stored thing has the kind " + kind);
        }
        int check = cursor.u32();
        return new Address(kind, cursor.hash(), check);
    }

    void write(Wire wire) {
        wire.u8(kind).u32(check).hash(hash);
    }
}
