package noroshi.emergency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import noroshi.emergency.TakeTelegram.Outcome;
import noroshi.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A watched folder: receiving equipment drops one telegram a file. Taken files move to {@code taken/}, refused ones to {@code refused/} with
 * the reason beside them; nothing is deleted.
 */
@Component
class TelegramFolder {

    private static final Logger log = LoggerFactory.getLogger(TelegramFolder.class);
    private static final int FILES_AT_ONCE_MAX = 100;
    private static final long FILE_BYTES_MAX = 4L << 20;

    private final TakeTelegram takeTelegram;
    private final Settings settings;

    TelegramFolder(TakeTelegram takeTelegram, Settings settings) {
        this.takeTelegram = takeTelegram;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        var folder = settings.jma().folder();
        if (folder == null || !Files.isDirectory(folder)) return;
        for (var file : waiting(folder)) {
            try {
                take(folder, file);
            } catch (IOException | RuntimeException e) {
                // The edge of the loop: the file stays where it is and is tried again.
                log.warn(
                        "Telegram file {} could not be taken and stays in the folder: {}",
                        file.getFileName(),
                        e.toString());
            }
        }
    }

    private static List<Path> waiting(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".xml") && Files.isRegularFile(f))
                    .sorted()
                    .limit(FILES_AT_ONCE_MAX)
                    .toList();
        } catch (IOException e) {
            log.warn("Folder {} cannot be listed: {}. Maybe check its permissions.", folder, e.toString());
            return List.of();
        }
    }

    private void take(Path folder, Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            refuse(folder, file, "%d bytes exceed %d".formatted(Files.size(file), FILE_BYTES_MAX));
            return;
        }
        switch (takeTelegram.handle(new TakeTelegram.Command(Files.readAllBytes(file), kind(file), false))) {
            case Outcome.Taken taken -> move(folder, file, "taken");
            case Outcome.Rejected rejected ->
                refuse(folder, file, String.valueOf(rejected.why().getMessage()));
            case Outcome.ReplayForbidden forbidden -> refuse(folder, file, forbidden.reason());
        }
    }

    private static void refuse(Path folder, Path file, String reason) throws IOException {
        log.warn("Telegram file {} was refused: {}", file.getFileName(), reason);
        var moved = move(folder, file, "refused");
        Files.writeString(moved.resolveSibling(moved.getFileName() + ".reason.txt"), reason + "\n");
    }

    private static Path move(Path folder, Path file, String where) throws IOException {
        var target = Files.createDirectories(folder.resolve(where)).resolve(file.getFileName());
        return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** 32-39_11_01_120615_VXSE51.xml names its kind last. */
    private static String kind(Path file) {
        var name = file.getFileName().toString().replaceFirst("\\.xml$", "");
        var last = name.substring(name.lastIndexOf('_') + 1);
        return last.matches("V[A-Z0-9i]{5}") ? last : "";
    }
}
