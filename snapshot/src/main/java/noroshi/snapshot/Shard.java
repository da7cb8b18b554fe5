package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of the tree: records sorted by the hash of their key, with an index of fixed width in front so that a look-up is
 * a binary search in mapped bytes.
 *
 * <pre>mark "NSH1" | u32 records | u32 offset of heads | records × (32 bytes key hash, u32 offset) | records | heads</pre>
 */
record Shard(MemorySegment bytes) {
    private static final int MARK = 0x4E534831;
    private static final int HEADER_BYTES = 12;
    private static final int ROW_BYTES = Hash.BYTES + 4;
    static final int RECORDS_MAX = 1 << 16;

    /** A key with its hash, under which shards sort. */
    record Row(Key key, Timeline<Value> timeline) {}

    static byte[] write(TreeMap<Hash, Row> rows) {
        Wire wire = new Wire(4096);
        wire.u32(MARK).u32(rows.size()).u32(0);
        rows.keySet().forEach(hash -> wire.hash(hash).u32(0));
        HeadTable heads = new HeadTable();
        int number = 0;
        for (Row row : rows.values()) {
            wire.patch32(HEADER_BYTES + number * ROW_BYTES + Hash.BYTES, wire.size());
            byte[] key = row.key().bytes();
            wire.u16(key.length).bytes(key);
            ValueCodec.writeRecord(wire, row.timeline(), heads);
            number++;
        }
        wire.patch32(8, wire.size());
        heads.write(wire);
        return wire.toBytes();
    }

    int records() {
        return new Cursor(bytes, 4).length(RECORDS_MAX);
    }

    @Nullable
    Timeline<Value> find(Key key, Hash hash, Function<FragmentRef, Fragment> fragments) {
        int at = search(hash);
        if (at < 0) {
            return null;
        }
        Cursor cursor = record(at);
        byte[] found = cursor.bytes(cursor.u16());
        if (!java.util.Arrays.equals(found, key.bytes())) {
            return null;
        }
        return ValueCodec.readRecord(cursor, number -> HeadTable.read(headsAt()).get(number), fragments);
    }

    TreeMap<Hash, Row> rows(Function<FragmentRef, Fragment> fragments) {
        TreeMap<Hash, Row> rows = new TreeMap<>();
        int count = records();
        List<Head> heads = HeadTable.read(headsAt());
        for (int i = 0; i < count; i++) {
            Cursor cursor = record(i);
            Key key = Key.read(cursor.bytes(cursor.u16()));
            rows.put(hash(i), new Row(key, ValueCodec.readRecord(cursor, heads::get, fragments)));
        }
        return rows;
    }

    void keys(java.util.function.Consumer<Key> take) {
        int count = records();
        for (int i = 0; i < count; i++) {
            Cursor cursor = record(i);
            take.accept(Key.read(cursor.bytes(cursor.u16())));
        }
    }

    /** Every fragment any record may ever show. */
    Set<FragmentRef> fragments() {
        Set<FragmentRef> refs = new LinkedHashSet<>();
        rows(ref -> {
            refs.add(ref);
            return new Fragment(ref, MemorySegment.NULL);
        });
        return refs;
    }

    /**
     * Checks what a signature cannot: that records are sorted, lie in this shard and are readable. Throws
     * {@link SnapshotBroken}.
     */
    void check(int shard) {
        new Cursor(bytes, 0).magic(MARK);
        int count = records();
        Hash last = null;
        List<Hash> hashes = new ArrayList<>();
        for (Map.Entry<Hash, Row> row :
                rows(ref -> new Fragment(ref, MemorySegment.NULL)).entrySet()) {
            hashes.add(row.getKey());
            if (!Hash.of(row.getValue().key().bytes()).equals(row.getKey()) || Tree.shard(row.getKey()) != shard) {
                throw new SnapshotBroken("Record " + row.getValue().key() + " does not belong into shard " + shard);
            }
        }
        for (int i = 0; i < count; i++) {
            Hash hash = hash(i);
            if (last != null && last.compareTo(hash) >= 0) {
                throw new SnapshotBroken("Shard " + shard + " is not sorted at record " + i);
            }
            last = hash;
        }
        if (hashes.size() != count) {
            throw new SnapshotBroken("Shard " + shard + " names a record twice");
        }
    }

    private int search(Hash hash) {
        int low = 0;
        int high = records() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = hash(middle).compareTo(hash);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private Hash hash(int row) {
        return new Cursor(bytes, HEADER_BYTES + (long) row * ROW_BYTES).hash();
    }

    private Cursor record(int row) {
        Cursor offset = new Cursor(bytes, HEADER_BYTES + (long) row * ROW_BYTES + Hash.BYTES);
        return new Cursor(bytes, offset.length(Integer.MAX_VALUE));
    }

    private Cursor headsAt() {
        return new Cursor(bytes, new Cursor(bytes, 8).length(Integer.MAX_VALUE));
    }
}
