package noroshi.moving.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import noroshi.moving.page.Addresses;
import org.jspecify.annotations.Nullable;

/** A folder of the server that the configuration allows. Links that lead out of it are not followed. */
public final class Folder {

    private Folder() {}

    /** Every file below, in a fixed order. */
    public static List<Path> list(Path folder) {
        try (var all = Files.walk(folder, 40)) {
            var files = all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(Limits.ENTRIES_MAX + 1L)
                    .toList();
            if (files.size() > Limits.ENTRIES_MAX)
                throw new Refused("フォルダー %s のファイルが%,d件を超えます。分けて取り込んでください。".formatted(folder, Limits.ENTRIES_MAX));
            return files;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Refused("フォルダー %s を読めません。場所と読み取りの許可を確かめてください。".formatted(folder));
        }
    }

    public static @Nullable String address(Path folder, Path file) {
        var path = folder.relativize(file).toString().replace('\\', '/');
        return Addresses.canonical("/" + path.replace("%", "%25").replace("?", "%3F"), "");
    }

    /** Without content and with the type {@code too-large} when it is. */
    public static @Nullable Found read(Path folder, Path file) {
        var address = address(folder, file);
        if (address == null) return null;
        try {
            var modified = Files.getLastModifiedTime(file).toInstant();
            if (Files.size(file) > Limits.FILE_BYTES_MAX) return new Found(address, new byte[0], "too-large", modified);
            return new Found(address, Files.readAllBytes(file), "", modified);
        } catch (IOException e) {
            return new Found(address, new byte[0], "unreadable", null);
        }
    }
}
