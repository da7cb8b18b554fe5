package noroshi.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Everything secret of an installation as one piece: its keys folder, its settings (they hold passwords), a demonstration's sign-ins. */
final class KeysBundle {

    static final String SETTINGS = "noroshi.conf";
    private static final String ROOT = "keys/root.key";
    private static final int ENTRY_BYTES_MAX = 1 << 20;
    private static final int ENTRIES_MAX = 1_000;

    private KeysBundle() {}

    /**
     * @param withRoot false leaves the root key out: whoever has it can make every beacon believe anything, so it is only
     *     written where a passphrase closes it
     */
    static byte[] pack(Installed installed, boolean withRoot) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files(installed.folders())) {
                var name = installed.folders().data().relativize(file).toString();
                if (name.equals(ROOT) && !withRoot) continue;
                put(zip, name, file);
            }
            if (installed.config().isPresent())
                put(zip, SETTINGS, installed.config().get());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the keys of " + installed.folders().data(), e);
        }
        return bytes.toByteArray();
    }

    static boolean hasRoot(Folders folders) {
        return Files.exists(folders.data().resolve(ROOT));
    }

    private static List<Path> files(Folders folders) throws IOException {
        var found = new ArrayList<Path>();
        try (var keys = Files.list(folders.keys())) {
            keys.filter(file -> Files.isRegularFile(file) && !file.toString().matches(".*\\.(part|new)"))
                    .sorted()
                    .forEach(found::add);
        }
        for (var name : List.of("demo-token", "demo-town-tokens.txt", "demo-signins.txt"))
            if (Files.exists(folders.data().resolve(name)))
                found.add(folders.data().resolve(name));
        return found;
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /** Writes all of it into an empty data folder; the settings follow the data to their new place. */
    static void unpack(byte[] packed, Folders folders) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            int count = 0;
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                var name = entry.getName();
                if (++count > ENTRIES_MAX || !name.matches("(keys/)?[A-Za-z0-9][A-Za-z0-9._-]{0,80}"))
                    throw new Refusal("The keys hold something that does not belong there: %s", name);
                var bytes = zip.readNBytes(ENTRY_BYTES_MAX);
                write(folders.data().resolve(name), name.equals(SETTINGS) ? moved(bytes, folders.data()) : bytes);
            }
            if (count == 0) throw new Refusal("The file of keys is empty or damaged.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the keys into " + folders.keys(), e);
        }
    }

    private static byte[] moved(byte[] settings, Path data) {
        var charset = java.nio.charset.StandardCharsets.UTF_8;
        var line = java.util.regex.Matcher.quoteReplacement(
                "noroshi.data = " + data.toString().replace("\\", "\\\\"));
        var text = new String(settings, charset);
        var moved = text.replaceAll("(?m)^\\s*noroshi\\.data\\s*[=:].*$", line);
        return (moved.contains("noroshi.data = " + data) ? moved : moved + "\nnoroshi.data = " + data + "\n")
                .getBytes(charset);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes);
    }
}
