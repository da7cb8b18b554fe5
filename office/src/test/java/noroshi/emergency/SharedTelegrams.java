package noroshi.emergency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import noroshi.platform.SharedData;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.TelegramReader;

/** JMA's sample telegrams where they are at hand. */
final class SharedTelegrams {

    private SharedTelegrams() {}

    /** The real sequence of 11 March 2011, in the order of their numbers; skips the test where it is absent. */
    static List<Path> of2011() {
        return list("32-39_11_");
    }

    static List<Path> list(String prefix) {
        var folder = SharedData.folderOrSkip("outward/jma/telegrams");
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Telegram read(Path file) {
        try {
            return TelegramReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
