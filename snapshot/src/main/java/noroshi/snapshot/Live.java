package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything a snapshot needs: what a compaction keeps, a bundle carries and a scrubber reads. */
final class Live {
    private Live() {}

    static Set<Address> of(Snapshot snapshot) {
        Set<Address> all = new LinkedHashSet<>();
        Root root = snapshot.root();
        all.add(Address.node(root.tree()));
        all.add(Address.node(root.slots()));
        all.add(Address.node(root.forms()));
        snapshot.nodes().each(hash -> all.add(Address.node(hash)));
        for (int i = 0; i < Tree.SHARDS; i++) {
            MemorySegment shard = snapshot.nodes().shard(i);
            if (shard != null) {
                new Shard(shard).fragments().forEach(ref -> all.add(ref.address()));
            }
        }
        for (Timeline<List<Part>> slot : snapshot.slots().values()) {
            slot.steps().forEach(step -> step.value()
                    .forEach(part -> Fragments.of(
                            part, fragment -> all.add(fragment.ref().address()))));
        }
        return all;
    }
}
