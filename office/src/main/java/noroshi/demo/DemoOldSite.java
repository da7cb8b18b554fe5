package noroshi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import noroshi.platform.Settings;
import org.springframework.stereotype.Component;

/** A little old site in a folder of the server, for trying how one moves in: frames, layout tables and letters of that time. */
@Component
final class DemoOldSite {

    private static final Charset LETTERS = Charset.forName("windows-31j");
    private static final byte[] DOT =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Path folder;

    DemoOldSite(Settings settings) {
        this.folder = settings.data().resolve("moving/furui-machi");
    }

    void write() {
        for (var page : Resources.text("oldsite.txt").split("(?m)^== ")) {
            int end = page.indexOf('\n');
            if (end > 0)
                write(page.substring(0, end).strip(), page.substring(end + 1).getBytes(LETTERS));
        }
        write("img/spacer.gif", DOT);
        write("img/map.gif", DOT);
    }

    private void write(String name, byte[] content) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
