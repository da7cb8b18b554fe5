package noroshi.snapshot;

import java.lang.foreign.MemorySegment;

/**
 * The fixed shape of the records' Merkle tree: one top node over {@link #WIDTH} inner nodes over WIDTH shards each. A
 * node is a mark and WIDTH hashes; zero means an empty branch.
 */
final class Tree {
    static final int WIDTH_BITS = 7;
    static final int WIDTH = 1 << WIDTH_BITS;
    static final int SHARDS = WIDTH * WIDTH;
    static final int TOP = 0x4E545031;
    static final int INNER = 0x4E494E31;
    static final int NODE_BYTES = 4 + WIDTH * Hash.BYTES;

    private Tree() {}

    /** The leading bits of a key's hash. */
    static int shard(Hash key) {
        return (int) (key.a() >>> (Long.SIZE - 2 * WIDTH_BITS));
    }

    static byte[] write(int mark, Hash[] children) {
        Wire wire = new Wire(NODE_BYTES);
        wire.u32(mark);
        for (Hash child : children) {
            wire.hash(child);
        }
        return wire.toBytes();
    }

    static Hash[] read(int mark, MemorySegment node) {
        if (node.byteSize() != NODE_BYTES) {
            throw new SnapshotBroken("A tree node has " + NODE_BYTES + " bytes, not " + node.byteSize());
        }
        Cursor cursor = new Cursor(node, 0);
        cursor.magic(mark);
        Hash[] children = new Hash[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            children[i] = cursor.hash();
        }
        return children;
    }

    static Hash[] empty() {
        Hash[] children = new Hash[WIDTH];
        java.util.Arrays.fill(children, Hash.ZERO);
        return children;
    }
}
