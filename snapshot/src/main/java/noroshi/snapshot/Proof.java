package noroshi.snapshot;

import java.lang.foreign.MemorySegment;

/** Holds bytes against their name: nothing enters a store that does not prove what it is. */
final class Proof {
    private Proof() {}

    static void check(Address address, MemorySegment payload) {
        if (payload.byteSize() > Fragment.STORED_BYTES_MAX) {
            throw new SnapshotBroken(payload.byteSize() + " bytes are over the limit of " + Fragment.STORED_BYTES_MAX);
        }
        boolean checked =
                address.kind() == Address.NODE ? address.check() == 0 : address.check() == Fragment.crc32c(payload);
        if (!checked) {
            throw new SnapshotBroken("The bytes do not have the CRC-32C of their name");
        }
        Hash hash = address.kind() == Address.DEFLATE ? Blocks.hash(payload, Fragment.BYTES_MAX) : Hash.of(payload);
        if (!hash.equals(address.hash())) {
            throw new SnapshotBroken("The bytes have the hash " + hash);
        }
    }
}
