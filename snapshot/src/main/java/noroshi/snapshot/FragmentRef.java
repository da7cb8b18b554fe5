package noroshi.snapshot;

/** A fragment as a leaf names it: 49 signed bytes that say everything about the stored bytes before they are read. */
record FragmentRef(Hash hash, Encoding encoding, int storedBytes, int plainBytes, int crc32, int crc32c) {
    static final int BYTES = Hash.BYTES + 1 + 4 * 4;

    FragmentRef {
        if (storedBytes < 0
                || storedBytes > Fragment.STORED_BYTES_MAX
                || plainBytes < 0
                || plainBytes > Fragment.BYTES_MAX) {
            throw new SnapshotBroken("Fragment %s claims %d stored and %d plain bytes; the limit is %d"
                    .formatted(hash, storedBytes, plainBytes, Fragment.BYTES_MAX));
        }
    }

    static FragmentRef read(Cursor cursor) {
        Hash hash = cursor.hash();
        Encoding encoding = Encoding.of(cursor.u8());
        return new FragmentRef(hash, encoding, cursor.u32(), cursor.u32(), cursor.u32(), cursor.u32());
    }

    void write(Wire wire) {
        wire.hash(hash)
                .u8(encoding.number())
                .u32(storedBytes)
                .u32(plainBytes)
                .u32(crc32)
                .u32(crc32c);
    }

    Address address() {
        return new Address(Address.kind(encoding), hash, crc32c);
    }
}
