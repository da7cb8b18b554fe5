package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The verified tree of one snapshot: hashes of the inner nodes, and the mapped bytes of inner nodes and shards. */
final class Nodes {
    private final Hash[] top;
    private final @Nullable MemorySegment[] inners;
    private final @Nullable MemorySegment[] shards;

    private Nodes(Hash[] top, @Nullable MemorySegment[] inners, @Nullable MemorySegment[] shards) {
        this.top = top;
        this.inners = inners;
        this.shards = shards;
    }

    /** Follows the tree from its hash; branches that {@code known} has are taken over unread. */
    static Nodes open(Layout layout, Hash tree, @Nullable Nodes known) {
        Hash[] top = Tree.read(Tree.TOP, get(layout, tree));
        @Nullable
        MemorySegment[] inners =
                known == null ? new MemorySegment[Tree.WIDTH] : Arrays.copyOf(known.inners, Tree.WIDTH);
        @Nullable
        MemorySegment[] shards =
                known == null ? new MemorySegment[Tree.SHARDS] : Arrays.copyOf(known.shards, Tree.SHARDS);
        for (int i = 0; i < Tree.WIDTH; i++) {
            if (known == null || !known.top[i].equals(top[i])) {
                openInner(layout, i, top[i], inners, shards, known);
            }
        }
        return new Nodes(top, inners, shards);
    }

    private static void openInner(
            Layout layout,
            int inner,
            Hash hash,
            @Nullable MemorySegment[] inners,
            @Nullable MemorySegment[] shards,
            @Nullable Nodes known) {
        Hash[] before = known == null ? Tree.empty() : known.inner(inner);
        inners[inner] = hash.isZero() ? null : get(layout, hash);
        Hash[] after = children(inners[inner]);
        for (int i = 0; i < Tree.WIDTH; i++) {
            if (!after[i].equals(before[i])) {
                shards[inner * Tree.WIDTH + i] = after[i].isZero() ? null : get(layout, after[i]);
            }
        }
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

    @Nullable
    MemorySegment shard(int shard) {
        return shards[shard];
    }

    Hash[] top() {
        return top.clone();
    }

    Hash[] inner(int inner) {
        return children(inners[inner]);
    }

    private static Hash[] children(@Nullable MemorySegment inner) {
        return inner == null ? Tree.empty() : Tree.read(Tree.INNER, inner);
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
