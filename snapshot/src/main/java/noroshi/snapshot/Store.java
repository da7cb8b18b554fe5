package noroshi.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of packs: content-addressed things and the roots that were committed. One process opens it. A commit is one
 * appended root entry and one fsync: the last whole root whose predecessors are whole is the present one.
 */
final class Store implements Closeable {
    static final long PACK_BYTES_MIN = 16L << 20;
    static final long PACK_BYTES_MAX = 256L << 20;
    /** At most this much of a pack is read entry by entry at opening. */
    static final long UNINDEXED_BYTES_MAX = 32L << 20;

    private final Path directory;
    /** Null for one who only looks. */
    private final @Nullable FileChannel lock;

    private volatile Layout layout;
    private int nextNumber;
    private long indexed;
    private byte @Nullable [] root;
    private int rootPack = -1;
    private long rootOffset = PackIndex.NONE;

    private Store(Path directory, @Nullable FileChannel lock, Layout layout) {
        this.directory = directory;
        this.lock = lock;
        this.layout = layout;
    }

    static Store open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel lock = lock(directory);
            Store store = new Store(directory, lock, new Layout(new Pack[0], new Places(1 << 16)));
            for (Path path : packFiles(directory)) {
                store.load(path);
            }
            store.settle();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("Opening the snapshot store " + directory + " failed", e);
        }
    }

    /** Reads every entry of a store that may be another process's; changes nothing and must not be written to. */
    static Store look(Path directory) {
        try {
            Store store = new Store(directory, null, new Layout(new Pack[0], new Places(1 << 16)));
            for (Path path : packFiles(directory)) {
                Pack pack = Pack.openReadOnly(path);
                int index = store.layout.add(pack);
                pack.resume(store.walk(pack, index, 0));
            }
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the snapshot store " + directory + " failed", e);
        }
    }

    Layout layout() {
        return layout;
    }

    /** The bundle committed last, or null in a new store. */
    synchronized byte @Nullable [] root() {
        return root;
    }

    /** The same from its second copy, for when the pack's own was damaged; null if there is none. */
    byte @Nullable [] rootCopy() {
        return RootCopy.read(directory);
    }

    synchronized boolean has(Address address) {
        return layout.find(address) != null;
    }

    synchronized void put(Address address, MemorySegment payload) {
        if (layout.find(address) == null) {
            append(address, payload);
        }
    }

    /** Stores again what has changed bytes on disk. */
    synchronized void repair(Address address, MemorySegment payload) {
        append(address, payload);
    }

    /** Appends the bundle and makes it, and all before it, durable. */
    synchronized void commit(byte[] bundle) {
        long at = append(new Address(Address.ROOT, Hash.of(bundle), 0), MemorySegment.ofArray(bundle));
        Pack last = last();
        try {
            last.force();
            root = bundle;
            rootPack = layout.packs().length - 1;
            rootOffset = at;
            RootCopy.write(directory, bundle);
            if (last.end() - indexed > UNINDEXED_BYTES_MAX) {
                writeIndex();
            }
        } catch (IOException e) {
            throw failed("Writing the root", e);
        }
    }

    private long append(Address address, MemorySegment payload) {
        try {
            if (layout.packs().length == 0 || !last().fits(payload.byteSize())) {
                rotate(payload.byteSize());
            }
            long at = last().append(address, payload);
            if (address.kind() != Address.ROOT) {
                layout.record(address, layout.packs().length - 1, at);
            }
            return at;
        } catch (IOException e) {
            throw failed("Writing " + address, e);
        }
    }

    private Pack last() {
        Pack[] packs = layout.packs();
        return packs[packs.length - 1];
    }

    private void rotate(long atLeast) throws IOException {
        if (layout.packs().length > 0) {
            last().force();
            writeIndex();
        }
        long capacity = Math.clamp(layout.bytes(), PACK_BYTES_MIN, PACK_BYTES_MAX);
        Path path = directory.resolve("pack-%08d".formatted(nextNumber++));
        layout.add(Pack.open(path, Math.max(capacity, atLeast + Pack.ENTRY_BYTES)));
        indexed = 0;
        forceDirectory();
    }

    private void load(Path path) throws IOException {
        int number = Integer.parseInt(path.getFileName().toString().substring(5));
        nextNumber = Math.max(nextNumber, number + 1);
        Pack pack = Pack.open(path, 0);
        int index = layout.add(pack);
        long at = loadIndexed(path, pack, index);
        indexed = at;
        pack.resume(walk(pack, index, at));
    }

    /** Up to where the index spares reading. An index that points at a damaged root is of no use. */
    private long loadIndexed(Path path, Pack pack, int index) throws IOException {
        PackIndex.Reach reach = PackIndex.read(path, pack);
        if (reach.root() != PackIndex.NONE) {
            Pack.Entry entry = pack.read(reach.root());
            if (entry == null || entry.address().kind() != Address.ROOT) {
                return 0;
            }
            takeRoot(entry, index);
        }
        reach.addTo(layout.places(), index);
        return reach.covered();
    }

    /** Takes every whole entry from {@code at} on; damaged ones are left out, as if they had never been fetched. */
    private long walk(Pack pack, int index, long from) {
        long at = from;
        while (true) {
            Pack.Entry entry = pack.read(at);
            if (entry == null) {
                entry = pack.readProven(at);
            }
            if (entry == null) {
                long next = pack.isBlank(at) ? -1 : pack.resync(at);
                if (next < 0) {
                    return at;
                }
                at = next;
                continue;
            }
            if (entry.address().kind() == Address.ROOT) {
                takeRoot(entry, index);
            } else {
                layout.record(entry.address(), index, at);
            }
            at = entry.next();
        }
    }

    private void takeRoot(Pack.Entry entry, int index) {
        root = entry.payload().toArray(ValueLayout.JAVA_BYTE);
        rootPack = index;
        rootOffset = entry.at();
    }

    /** A torn tail of the last pack is made zero, so that nothing of it can ever be read. */
    private void settle() throws IOException {
        if (layout.packs().length > 0) {
            last().cut();
        }
    }

    private void writeIndex() throws IOException {
        int number = layout.packs().length - 1;
        Pack last = last();
        long rootHere = rootPack == number ? rootOffset : PackIndex.NONE;
        PackIndex.write(last.path(), layout.places(), number, last.end(), rootHere);
        indexed = last.end();
    }

    /**
     * Copies what {@code live} names into a new pack, commits the present root there and deletes the old packs. Readers
     * of the old layout go on reading it: a mapping outlives its file. If it fails, nothing has changed.
     */
    synchronized void compact(Iterable<Address> live) {
        byte[] present = root;
        if (present == null) {
            return;
        }
        Layout old = layout;
        try {
            last().force();
            copy(old, live, present);
            writeIndex();
            forceDirectory();
            discard(old);
            forceDirectory();
        } catch (IOException e) {
            throw failed("Compacting", e);
        }
    }

    private void copy(Layout old, Iterable<Address> live, byte[] present) throws IOException {
        long indexedBefore = indexed;
        layout = new Layout(new Pack[0], new Places(old.places().size()));
        try {
            for (Address address : live) {
                put(address, old.get(address));
            }
            commit(present);
        } catch (RuntimeException e) {
            // A full disk, most likely: half of a copy must not take the place of the whole.
            Layout half = layout;
            layout = old;
            indexed = indexedBefore;
            discard(half);
            throw e;
        }
    }

    private static void discard(Layout packs) throws IOException {
        for (Pack pack : packs.packs()) {
            pack.close();
            Files.deleteIfExists(PackIndex.path(pack.path()));
            Files.deleteIfExists(pack.path());
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (lock != null && layout.packs().length > 0) {
                last().force();
                writeIndex();
            }
            for (Pack pack : layout.packs()) {
                pack.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw failed("Closing", e);
        }
    }

    /** What a killed process leaves: files as they are, nothing forced, no index. For crash tests. */
    void abandon() {
        try {
            for (Pack pack : layout.packs()) {
                pack.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw failed("Abandoning", e);
        }
    }

    private UncheckedIOException failed(String what, IOException e) {
        return new UncheckedIOException(
                what + " in the snapshot store " + directory + " failed. Maybe the disk is full.", e);
    }

    private void forceDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> packFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.getFileName().toString().matches("pack-[0-9]{8}"))
                    .sorted()
                    .toList();
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // The same process holds it: the same answer as for another one.
        }
        channel.close();
        throw new IOException("Another process uses " + directory + ". Maybe a beacon or office still runs with it.");
    }
}
