package noroshi.snapshot;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A publish's record changes by the shard they fall into. */
final class Grouped {
    record Group(TreeMap<Hash, Shard.Row> set, Set<Hash> removed) {}

    private final Map<Integer, Group> shards = new TreeMap<>();

    Grouped(Changes changes) {
        changes.removed().forEach(key -> {
            Hash hash = Hash.of(key.bytes());
            group(hash).removed().add(hash);
        });
        changes.records().forEach((key, timeline) -> {
            Hash hash = Hash.of(key.bytes());
            group(hash).set().put(hash, new Shard.Row(key, timeline));
        });
    }

    Map<Integer, Group> shards() {
        return shards;
    }

    private Group group(Hash hash) {
        return shards.computeIfAbsent(Tree.shard(hash), shard -> new Group(new TreeMap<>(), new HashSet<>()));
    }
}
