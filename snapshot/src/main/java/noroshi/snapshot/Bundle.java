package noroshi.snapshot;

/** A root together with the trust that allows its key: what is stored, offered and fetched as one. */
record Bundle(Trust trust, Root root, byte[] rootBytes) {
    static final int BYTES_MAX = 2 * Document.BYTES_MAX + 8;

    static Bundle sign(Root root, Signer signer) {
        return new Bundle(signer.trust(), root, root.sign(signer.key()));
    }

    /** Reads and verifies both signatures. */
    static Bundle read(byte[] bytes, VerifyKey pinned) {
        Cursor cursor = new Cursor(bytes);
        Trust trust = Trust.parse(cursor.bytes(cursor.length(Document.BYTES_MAX)), pinned);
        byte[] rootBytes = cursor.bytes(cursor.length(Document.BYTES_MAX));
        if (!cursor.done()) {
            throw new SnapshotBroken("Bytes follow the root document");
        }
        Root root = Root.parse(rootBytes, trust);
        if (!root.created().isBefore(trust.expires())) {
            throw new SnapshotBroken(
                    "Trust of serial %d expired %s, before root %d was created. Sign a new trust with the root key."
                            .formatted(trust.serial(), trust.expires(), root.version()));
        }
        return new Bundle(trust, root, rootBytes);
    }

    /** Which key signed the root. */
    String keyId() {
        return Document.parse(rootBytes).keyId();
    }

    boolean sameAs(Bundle other) {
        return java.util.Arrays.equals(bytes(), other.bytes());
    }

    byte[] bytes() {
        return new Wire(trust.bytes().length + rootBytes.length + 8)
                .u32(trust.bytes().length)
                .bytes(trust.bytes())
                .u32(rootBytes.length)
                .bytes(rootBytes)
                .toBytes();
    }
}
