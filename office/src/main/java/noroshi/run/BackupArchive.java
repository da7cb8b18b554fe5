package noroshi.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The archive of a backup: an ordinary ZIP, whose entries are hashed while they are written and again when they are read. */
final class BackupArchive {

    private static final int MANIFEST_BYTES_MAX = 64 << 20;

    private BackupArchive() {}

    /** Something that writes its bytes into a stream and leaves the stream open. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Written beside its final name, readable by its owner only; {@link #close} forces it to disk. */
    static final class Writer implements AutoCloseable {
        private final Path file;
        private final ZipOutputStream zip;
        private final List<BackupManifest.Item> items = new ArrayList<>();

        Writer(Path file) throws IOException {
            this.file = file;
            Files.deleteIfExists(file);
            var channel = Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            zip = new ZipOutputStream(
                    new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), 1 << 16),
                    StandardCharsets.UTF_8);
            zip.setLevel(Deflater.BEST_SPEED);
        }

        void add(String path, Content content) throws IOException {
            if (path.contains(" ")) throw new Refusal("A name with a space cannot go into a backup: %s", path);
            zip.putNextEntry(new ZipEntry(path));
            var counted = new Counted(zip);
            var digest = sha256();
            content.writeTo(new DigestOutputStream(counted, digest));
            zip.closeEntry();
            items.add(
                    new BackupManifest.Item(path, counted.bytes, HexFormat.of().formatHex(digest.digest())));
        }

        List<BackupManifest.Item> items() {
            return List.copyOf(items);
        }

        void finish(BackupManifest manifest) throws IOException {
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        @Override
        public void close() throws IOException {
            zip.close();
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    static BackupManifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) throw new Refusal("%s has no manifest: it is no backup, or one cut short.", zip.getName());
        try (var in = zip.getInputStream(entry)) {
            return BackupManifest.parse(new String(in.readNBytes(MANIFEST_BYTES_MAX), StandardCharsets.UTF_8));
        }
    }

    /** Reads every entry and compares it with the manifest, which is returned. */
    static BackupManifest verify(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip);
            for (var item : manifest.items()) {
                var digest = sha256();
                long bytes;
                try (var in = open(zip, item.path())) {
                    bytes = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                }
                if (bytes != item.bytes()
                        || !HexFormat.of().formatHex(digest.digest()).equals(item.sha256()))
                    throw new Refusal(
                            "%s is damaged: %s is not what was written. Take another backup.", file, item.path());
            }
            return manifest;
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be read (%s). Maybe it is cut short: take another backup.", file, e.getMessage());
        }
    }

    static InputStream open(ZipFile zip, String path) throws IOException {
        var entry = zip.getEntry(path);
        if (entry == null) throw new Refusal("%s lacks %s. Take another backup.", zip.getName(), path);
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    static String sha256(Path file) {
        var digest = sha256();
        try (var in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
            out.write(b, from, length);
            bytes += length;
        }

        @Override
        public void flush() {
            // The archive flushes at its end; a flush in between would only cut the compression.
        }
    }
}
