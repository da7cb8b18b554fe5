package noroshi.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/**
 * A whole snapshot in one file, for a USB stick where no line is left: signed as ever, so whoever carried it need not be
 * trusted.
 *
 * <pre>mark "NBF1" | u32 n, bundle | things | u8 0</pre>
 */
final class BundleFile {
    private static final int MARK = 0x4E424631;
    private static final int END = 0;

    private BundleFile() {}

    /** Writes beside the file and puts it in place when it is whole; how many things it holds. */
    static int export(Inspection from, Path file) throws IOException {
        Snapshot snapshot = from.snapshot();
        Set<Address> live = Live.of(snapshot);
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(temporary);
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            byte[] bundle = from.bundle().bytes();
            data.writeInt(MARK);
            data.writeInt(bundle.length);
            data.write(bundle);
            for (Address address : live) {
                MemorySegment bytes = snapshot.layout().get(address);
                Proof.check(address, bytes);
                data.write(Message.thingHead(new Message.Thing(address, bytes)));
                Channels.newChannel(data).write(bytes.asByteBuffer());
            }
            data.writeByte(END);
        }
        try (var channel = java.nio.channels.FileChannel.open(temporary, java.nio.file.StandardOpenOption.WRITE)) {
            // A stick is pulled out soon after.
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        return live.size();
    }

    /**
     * Brings the file's snapshot into a mirror; nothing is served of it before all is there and proven. False if the mirror
     * has it already.
     *
     * @throws SnapshotBroken if the file is cut, changed, incomplete, or older than what the mirror has
     */
    static boolean bring(Path file, Mirror into) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16))) {
            if (data.readInt() != MARK) {
                throw new SnapshotBroken(file + " is not a bundle of a snapshot (NBF1).");
            }
            Snapshot before = into.current();
            Intake intake = into.offer(data.readNBytes(length(data, Bundle.BYTES_MAX)));
            for (int kind = data.readUnsignedByte(); kind != END; kind = data.readUnsignedByte()) {
                byte[] rest = data.readNBytes(Address.BYTES - 1);
                Address address = Address.read(
                        new Cursor(new Wire(Address.BYTES).u8(kind).bytes(rest).toBytes()));
                byte[] bytes = data.readNBytes(length(data, Fragment.STORED_BYTES_MAX));
                into.put(intake, address, MemorySegment.ofArray(bytes));
            }
            if (!into.complete(intake)) {
                List<Address> missing = into.wanted(intake, Intake.WANTED_MAX);
                throw new SnapshotBroken("The bundle lacks " + missing.size() + " things. Export it again.");
            }
            return into.current() != before;
        } catch (EOFException e) {
            throw new SnapshotBroken("The bundle " + file + " is cut off. Export it again.", e);
        } catch (Refused e) {
            throw new SnapshotBroken(e.reason(), e);
        }
    }

    private static int length(DataInputStream data, int max) throws IOException {
        int length = data.readInt();
        if (length < 0 || length > max) {
            throw new SnapshotBroken("A length of " + Integer.toUnsignedLong(length) + " is over the limit of " + max);
        }
        return length;
    }
}
