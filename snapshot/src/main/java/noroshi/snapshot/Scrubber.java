package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads everything a snapshot needs, shard by shard, and tells what is damaged. Holds little memory whatever the snapshot's
 * size, and lets its owner say how fast it may read.
 */
final class Scrubber {
    /** Pages share fragments (heads, navigation): these are looked at once while they are remembered. */
    private static final int REMEMBERED_MAX = 4096;

    private final Snapshot snapshot;
    private final Consumer<Address> damaged;
    private final Mirror.Pace pace;
    private final Look look;
    private final Map<Address, Boolean> seen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, Boolean> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };
    private long bytes;
    private int found;

    /** How closely to look at stored bytes. */
    interface Look {
        boolean isDamaged(Address address, MemorySegment bytes);
    }

    /** By checksums: fast enough for every day. */
    Scrubber(Snapshot snapshot, Consumer<Address> damaged, Mirror.Pace pace) {
        this(snapshot, damaged, pace, Intake::isDamaged);
    }

    Scrubber(Snapshot snapshot, Consumer<Address> damaged, Mirror.Pace pace, Look look) {
        this.snapshot = snapshot;
        this.damaged = damaged;
        this.pace = pace;
        this.look = look;
    }

    /** One whole round; how many damaged things it met. */
    int round() throws InterruptedException {
        Root root = snapshot.root();
        look(Address.node(root.tree()));
        look(Address.node(root.slots()));
        look(Address.node(root.forms()));
        Hash[] top = snapshot.nodes().top();
        for (int i = 0; i < Tree.WIDTH; i++) {
            if (!top[i].isZero() && look(Address.node(top[i]))) {
                Hash[] shards = snapshot.nodes().innerOrEmpty(i);
                for (Hash shard : shards) {
                    shard(shard);
                }
            }
        }
        for (Timeline<java.util.List<Part>> slot : snapshot.slots().values()) {
            for (var step : slot.steps()) {
                for (Part part : step.value()) {
                    Fragments.of(part, fragment -> fragment(fragment.ref()));
                }
            }
        }
        return found;
    }

    private void shard(Hash hash) throws InterruptedException {
        if (hash.isZero() || !look(Address.node(hash))) {
            return;
        }
        try {
            new Shard(Nodes.read(snapshot.layout(), hash)).fragments().forEach(this::fragment);
        } catch (SnapshotBroken e) {
            tell(Address.node(hash));
        }
        pace.read(bytes);
        bytes = 0;
    }

    private void fragment(FragmentRef ref) {
        if (seen.put(ref.address(), true) == null) {
            look(ref.address());
        }
    }

    private boolean look(Address address) {
        MemorySegment stored = snapshot.layout().find(address);
        bytes += stored == null ? 0 : stored.byteSize();
        if (stored != null && !look.isDamaged(address, stored)) {
            return true;
        }
        tell(address);
        return false;
    }

    private void tell(Address address) {
        found++;
        damaged.accept(address);
    }
}
