package noroshi.beacon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import noroshi.snapshot.ViewReport;
import org.jspecify.annotations.Nullable;

/** The counts on disk: one file an hour, replaced as a whole, kept until the office has surely had it. */
final class ViewFiles {

    /** A month without the office. */
    static final int HOURS_MAX = 31 * 24;

    private static final System.Logger LOG = System.getLogger("noroshi.beacon");
    private static final String PREFIX = "hour-";

    private final Path folder;
    private final String beacon;

    ViewFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        var id = folder.resolve("id");
        if (!Files.exists(id)) {
            var random = new byte[16];
            new SecureRandom().nextBytes(random);
            replace(id, HexFormat.of().formatHex(random));
        }
        beacon = Files.readString(id).strip();
    }

    /** Never throws: counts are worth less than serving. */
    void put(Instant hour, List<ViewReport.Line> lines) {
        if (lines.isEmpty()) return;
        try {
            replace(file(hour), new ViewReport(beacon, hour, lines).text());
            var all = names();
            for (int i = 0; i < all.size() - HOURS_MAX; i++) Files.deleteIfExists(folder.resolve(all.get(i)));
        } catch (IOException | UncheckedIOException full) {
            LOG.log(System.Logger.Level.WARNING, "Views could not be written; they are tried again.", full);
        }
    }

    /** The first hour from this one on that has counts; null: none. */
    @Nullable
    ViewReport find(Instant from) {
        for (String name : names()) {
            if (name.compareTo(name(from)) < 0) continue;
            try {
                return ViewReport.parse(Files.readString(folder.resolve(name)));
            } catch (IOException | IllegalArgumentException broken) {
                LOG.log(System.Logger.Level.WARNING, "The views in {0} can not be read and are left out.", name);
            }
        }
        return null;
    }

    private List<String> names() {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX) && !name.endsWith(".new"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The views in %s can not be listed.".formatted(folder), e);
        }
    }

    private static String name(Instant hour) {
        // 2026-03-11T05: sorts as time does.
        return PREFIX + hour.toString().substring(0, 13);
    }

    private Path file(Instant hour) {
        return folder.resolve(name(hour));
    }

    private static void replace(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
