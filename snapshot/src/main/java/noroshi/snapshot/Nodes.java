package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The verified tree of one snapshot: hashes of the inner nodes, and the mapped bytes of inner nodes and shards. */
final class Nodes {
    private final Layout layout;
    private final Hash[] top;
    private final @Nullable MemorySegment[] inners;
    private final @Nullable MemorySegment[] shards;
    private final BitSet damaged;
    private final boolean lenient;

    private Nodes(Layout layout, Hash tree, @Nullable Nodes known, boolean lenient) {
        this.layout = layout;
        this.lenient = lenient;
        this.top = Tree.read(Tree.TOP, get(layout, tree));
        this.inners = known == null ? new MemorySegment[Tree.WIDTH] : Arrays.copyOf(known.inners, Tree.WIDTH);
        this.shards = known == null ? new MemorySegment[Tree.SHARDS] : Arrays.copyOf(known.shards, Tree.SHARDS);
        this.damaged = new BitSet();
        for (int i = 0; i < Tree.WIDTH; i++) {
            if (known == null || !known.top[i].equals(top[i])) {
                openInner(i, known == null ? Tree.empty() : known.inner(i));
            }
        }
    }

    /** Follows the tree from its hash; branches that {@code known} has are taken over unread. */
    static Nodes open(Layout layout, Hash tree, @Nullable Nodes known) {
        return new Nodes(layout, tree, known != null && known.damage() == 0 ? known : null, false);
    }

    /** The same over a damaged store: shards that are broken are remembered as such, all others are served. */
    static Nodes openDamaged(Layout layout, Hash tree) {
        return new Nodes(layout, tree, null, true);
    }

    private void openInner(int inner, Hash[] before) {
        try {
            inners[inner] = top[inner].isZero() ? null : get(layout, top[inner]);
        } catch (SnapshotBroken e) {
            note(e, inner * Tree.WIDTH, (inner + 1) * Tree.WIDTH);
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
            shards[shard] = hash.isZero() ? null : get(layout, hash);
        } catch (SnapshotBroken e) {
            note(e, shard, shard + 1);
        }
    }

    private void note(SnapshotBroken broken, int from, int to) {
        if (!lenient) {
            throw broken;
        }
        damaged.set(from, to);
    }

    /** The node's bytes, verified by its hash. */
    static MemorySegment get(Layout layout, Hash hash) {
        MemorySegment node = layout.get(Address.node(hash));
        if (!Hash.of(node).equals(hash)) {
            throw new SnapshotBroken(
                    "Node " + hash + " has changed bytes on disk. Fetch the snapshot again from its origin.");
        }
        return node;
    }

    /** Null for an empty shard; a damaged one is a {@link SnapshotBroken}. */
    @Nullable
    MemorySegment shard(int shard) {
        if (damaged.get(shard)) {
            throw new SnapshotBroken(
                    "Shard " + shard + " is damaged on disk. Fetch the snapshot again from its origin.");
        }
        return shards[shard];
    }

    /** How many shards cannot be read. */
    int damage() {
        return damaged.cardinality();
    }

    Hash[] top() {
        return top.clone();
    }

    Hash[] inner(int inner) {
        MemorySegment node = inners[inner];
        return node == null ? Tree.empty() : Tree.read(Tree.INNER, node);
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
