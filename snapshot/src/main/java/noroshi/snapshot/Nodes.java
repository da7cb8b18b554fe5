package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tree of one snapshot: hashes of the inner nodes, and the mapped bytes of inner nodes and shards. Every node is verified
 * by its hash when it is opened, and by its CRC-32C each time it is read: a record says which page an address shows, so a
 * byte that rots later must not be believed either.
 */
final class Nodes {
    private final Layout layout;
    private final Hash[] top;
    private final @Nullable MemorySegment[] inners;
    private final @Nullable MemorySegment[] shards;
    private final int[] innerChecks;
    private final int[] shardChecks;
    private final BitSet damaged;
    private final List<Address> lost = new ArrayList<>();
    private final boolean lenient;

    private Nodes(Layout layout, Hash tree, @Nullable Nodes known, boolean lenient) {
        this.layout = layout;
        this.lenient = lenient;
        this.top = Tree.read(Tree.TOP, read(layout, tree));
        this.inners = known == null ? new MemorySegment[Tree.WIDTH] : Arrays.copyOf(known.inners, Tree.WIDTH);
        this.shards = known == null ? new MemorySegment[Tree.SHARDS] : Arrays.copyOf(known.shards, Tree.SHARDS);
        this.innerChecks = known == null ? new int[Tree.WIDTH] : known.innerChecks.clone();
        this.shardChecks = known == null ? new int[Tree.SHARDS] : known.shardChecks.clone();
        this.damaged = new BitSet();
        for (int i = 0; i < Tree.WIDTH; i++) {
            if (known == null || !known.top[i].equals(top[i])) {
                openInner(i, known == null ? Tree.empty() : known.innerOrEmpty(i));
            }
        }
    }

    /**
     * Follows the tree from its hash; branches that {@code known} has are taken over unread. Anything broken is a
     * {@link SnapshotBroken}, also what {@code known} turns out to have lost since.
     */
    static Nodes open(Layout layout, Hash tree, @Nullable Nodes known) {
        return new Nodes(layout, tree, known != null && known.damage() == 0 ? known : null, false);
    }

    /** The same over a damaged store: shards that are broken are remembered as such, all others are served. */
    static Nodes openDamaged(Layout layout, Hash tree) {
        return new Nodes(layout, tree, null, true);
    }

    private void openInner(int inner, Hash[] before) {
        try {
            MemorySegment node = top[inner].isZero() ? null : get(layout, top[inner]);
            inners[inner] = node;
            innerChecks[inner] = node == null ? 0 : Fragment.crc32c(node);
        } catch (SnapshotBroken e) {
            note(e, Address.node(top[inner]), inner * Tree.WIDTH, (inner + 1) * Tree.WIDTH);
            return;
        }
        Hash[] after = inner(inner);
        for (int i = 0; i < Tree.WIDTH; i++) {
            if (!after[i].equals(before[i])) {
                openShard(inner * Tree.WIDTH + i, after[i]);
            }
        }
    }

    private void openShard(int shard, Hash hash) {
        try {
            MemorySegment node = hash.isZero() ? null : get(layout, hash);
            shards[shard] = node;
            shardChecks[shard] = node == null ? 0 : Fragment.crc32c(node);
        } catch (SnapshotBroken e) {
            note(e, Address.node(hash), shard, shard + 1);
        }
    }

    private void note(SnapshotBroken broken, Address address, int from, int to) {
        if (!lenient) {
            throw broken;
        }
        damaged.set(from, to);
        lost.add(address);
    }

    /** The node's bytes, verified by its hash. */
    static MemorySegment get(Layout layout, Hash hash) {
        MemorySegment node = layout.get(Address.node(hash));
        if (!Hash.of(node).equals(hash)) {
            throw rotten(hash);
        }
        return node;
    }

    /** A verified copy: what is decoded once and kept. */
    static MemorySegment read(Layout layout, Hash hash) {
        MemorySegment copy =
                MemorySegment.ofArray(layout.get(Address.node(hash)).toArray(ValueLayout.JAVA_BYTE));
        if (!Hash.of(copy).equals(hash)) {
            throw rotten(hash);
        }
        return copy;
    }

    private static SnapshotBroken rotten(Hash hash) {
        return new SnapshotBroken(
                "Node " + hash + " has changed bytes on disk. Fetch the snapshot again from its origin.",
                Address.node(hash));
    }

    /** A copy of the shard as it was verified; null for an empty one. A damaged one is a {@link SnapshotBroken}. */
    @Nullable
    MemorySegment shard(int shard) {
        MemorySegment node = shards[shard];
        if (node == null && !damaged.get(shard)) {
            return null;
        }
        MemorySegment copy = node == null ? null : verified(node, shardChecks[shard]);
        if (copy == null) {
            Hash[] siblings = inner(shard / Tree.WIDTH);
            throw rotten(siblings[shard % Tree.WIDTH]);
        }
        return copy;
    }

    /** Copied before it is looked at, so that what was looked at is what is read. */
    private static @Nullable MemorySegment verified(MemorySegment node, int check) {
        MemorySegment copy = MemorySegment.ofArray(node.toArray(ValueLayout.JAVA_BYTE));
        return Fragment.crc32c(copy) == check ? copy : null;
    }

    /** How many shards cannot be read. */
    int damage() {
        return damaged.cardinality();
    }

    /** The names of the nodes that were broken at opening. */
    List<Address> lost() {
        return lost;
    }

    Hash[] top() {
        return top.clone();
    }

    Hash[] inner(int inner) {
        MemorySegment node = inners[inner];
        if (node == null && !top[inner].isZero()) {
            throw rotten(top[inner]);
        }
        if (node == null) {
            return Tree.empty();
        }
        MemorySegment copy = verified(node, innerChecks[inner]);
        if (copy == null) {
            throw rotten(top[inner]);
        }
        return Tree.read(Tree.INNER, copy);
    }

    /** For comparing with a newer tree: what cannot be read has nothing in common with it. */
    Hash[] innerOrEmpty(int inner) {
        try {
            return inner(inner);
        } catch (SnapshotBroken e) {
            return Tree.empty();
        }
    }

    /** Every node's hash below the top. */
    void each(Consumer<Hash> take) {
        for (int i = 0; i < Tree.WIDTH; i++) {
            if (!top[i].isZero()) {
                take.accept(top[i]);
                for (Hash shard : inner(i)) {
                    if (!shard.isZero()) {
                        take.accept(shard);
                    }
                }
            }
        }
    }
}
