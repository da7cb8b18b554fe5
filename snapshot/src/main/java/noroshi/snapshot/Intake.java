package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes one offered root: walks from the root down, skipping branches the snapshot before shares, and tells what is
 * missing. Depth first with a bounded list of wants, so a first fetch of everything needs little memory. What arrived
 * stays in the store: after a cut the walk goes on from there.
 */
final class Intake {
    static final int WANTED_MAX = 4096;

    /** What a name must turn out to be. */
    private sealed interface Expected {
        record Top() implements Expected {}

        record Inner(int inner) implements Expected {}

        record Leaf(int shard) implements Expected {}

        record Slots() implements Expected {}

        record Forms() implements Expected {}

        record Piece(FragmentRef ref) implements Expected {}
    }

    private record Want(Address address, Expected expected) {}

    private final Store store;
    private final Bundle bundle;
    private final @Nullable Snapshot before;
    private final Deque<Want> pending = new ArrayDeque<>();
    private final Map<Address, Want> wanted = new LinkedHashMap<>();

    Intake(Store store, Bundle bundle, @Nullable Snapshot before) {
        this.store = store;
        this.bundle = bundle;
        this.before = before;
        Root root = bundle.root();
        pend(root.tree(), new Expected.Top());
        pend(root.slots(), new Expected.Slots());
        pend(root.forms(), new Expected.Forms());
    }

    Bundle bundle() {
        return bundle;
    }

    /** Up to {@code max} missing names, nodes before what hangs on them; none means complete. */
    List<Address> wanted(int max) {
        fill();
        return wanted.keySet().stream().limit(max).toList();
    }

    /** Takes a thing that proves its own name; anything else is {@link Refused}. */
    void put(Address address, MemorySegment payload) {
        store(store, address, payload);
        Want want = wanted.remove(address);
        if (want != null) {
            pending.addFirst(want);
        }
    }

    /** Stores what proves its own name, also in place of a damaged copy. */
    static void store(Store store, Address address, MemorySegment payload) {
        try {
            Proof.check(address, payload);
        } catch (SnapshotBroken e) {
            throw new Refused(Refused.BROKEN, "%s: %s".formatted(address.hash(), e.getMessage()));
        }
        MemorySegment here = store.layout().find(address);
        if (here == null) {
            store.put(address, payload);
        } else if (isDamaged(address, here)) {
            store.repair(address, payload);
        }
    }

    private void fill() {
        while (wanted.size() < WANTED_MAX && !pending.isEmpty()) {
            Want want = pending.removeFirst();
            MemorySegment bytes = store.layout().find(want.address());
            if (bytes == null || isDamaged(want.address(), bytes)) {
                wanted.put(want.address(), want);
            } else {
                expand(want, bytes);
            }
        }
    }

    /** What is here already may have rotted since: it is cheap to look, and then it is fetched again. */
    static boolean isDamaged(Address address, MemorySegment bytes) {
        return address.kind() == Address.NODE
                ? !Hash.of(bytes).equals(address.hash())
                : Fragment.crc32c(bytes) != address.check();
    }

    private void expand(Want want, MemorySegment bytes) {
        try {
            switch (want.expected()) {
                case Expected.Top() ->
                    children(
                            Tree.read(Tree.TOP, bytes),
                            before == null ? Tree.empty() : before.nodes().top(),
                            -1);
                case Expected.Inner(int inner) ->
                    children(
                            Tree.read(Tree.INNER, bytes),
                            before == null ? Tree.empty() : before.nodes().innerOrEmpty(inner),
                            inner);
                case Expected.Leaf(int shard) -> leaf(new Shard(bytes), shard);
                case Expected.Slots() -> slots(bytes);
                case Expected.Forms() -> FormTable.read(bytes);
                case Expected.Piece(FragmentRef ref) -> piece(ref, bytes);
            }
        } catch (SnapshotBroken | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Whoever offers the same again is refused again: the branch stays to be done.
            pending.addFirst(want);
            throw new Refused(Refused.BROKEN, "The snapshot is signed but not well formed: " + e.getMessage());
        }
    }

    private void children(Hash[] after, Hash[] known, int inner) {
        for (int i = Tree.WIDTH - 1; i >= 0; i--) {
            if (!after[i].isZero() && !after[i].equals(known[i])) {
                pend(after[i], inner < 0 ? new Expected.Inner(i) : new Expected.Leaf(inner * Tree.WIDTH + i));
            }
        }
    }

    private void leaf(Shard leaf, int shard) {
        leaf.check(shard);
        leaf.fragments().forEach(ref -> pending.addFirst(new Want(ref.address(), new Expected.Piece(ref))));
    }

    private void slots(MemorySegment bytes) {
        List<FragmentRef> refs = new ArrayList<>();
        SlotTable.read(bytes, ref -> {
            refs.add(ref);
            return new Fragment(ref, MemorySegment.NULL);
        });
        refs.forEach(ref -> pending.addFirst(new Want(ref.address(), new Expected.Piece(ref))));
    }

    private static void piece(FragmentRef ref, MemorySegment bytes) {
        if (bytes.byteSize() != ref.storedBytes()) {
            throw new SnapshotBroken("A leaf says fragment %s has %d stored bytes; it has %d"
                    .formatted(ref.hash(), ref.storedBytes(), bytes.byteSize()));
        }
    }

    private void pend(Hash hash, Expected expected) {
        pending.addFirst(new Want(Address.node(hash), expected));
    }
}
