package noroshi.moving.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import noroshi.moving.page.Addresses;
import org.jspecify.annotations.Nullable;

/** A ZIP of a site. Names may be UTF-8 or CP932; what it unpacks to is counted while it is unpacked, never believed beforehand. */
public final class Archive {

    /** Opens the same bytes again: names are read once before the contents. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    private Archive() {}

    public static boolean isZip(byte[] content) {
        return content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /** @param each gets every file; those that are too large come with no content and the type {@code too-large} */
    public static void read(Opening opening, Consumer<Found> each) {
        try {
            var charset = charset(opening);
            var root = root(opening, charset);
            try (var zip = new ZipInputStream(opening.open(), charset)) {
                long unpacked = 0;
                for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                    if (entry.isDirectory()) continue;
                    var address = address(entry.getName(), root);
                    if (address == null) continue;
                    var content = content(zip);
                    unpacked += content == null ? Limits.FILE_BYTES_MAX : content.length;
                    if (unpacked > Limits.UPLOAD_UNPACKED_BYTES_MAX)
                        throw new Refused("ZIPを展開すると%,dバイトを超えます。サイトをいくつかのZIPに分けてください。"
                                .formatted(Limits.UPLOAD_UNPACKED_BYTES_MAX));
                    each.accept(new Found(
                            address,
                            content == null ? new byte[0] : content,
                            content == null ? "too-large" : "",
                            modified(entry)));
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refused("ZIPが壊れています。もう一度ZIPにしてから送ってください。");
        } catch (IOException e) {
            throw new Refused("ZIPを最後まで読めません。途中で切れていないかを確かめてください。");
        }
    }

    private static @Nullable Instant modified(ZipEntry entry) {
        FileTime time = entry.getLastModifiedTime();
        return time == null ? null : time.toInstant();
    }

    private static byte @Nullable [] content(ZipInputStream zip) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[16_384];
        for (int read; (read = zip.read(buffer)) > 0; ) {
            if (out.size() + read > Limits.FILE_BYTES_MAX) {
                long skipped = out.size();
                while ((read = zip.read(buffer)) > 0) {
                    skipped += read;
                    if (skipped > Limits.UPLOAD_UNPACKED_BYTES_MAX)
                        throw new Refused("ZIPの中に展開すると大きすぎるファイルがあります。除いてから送ってください。");
                }
                return null;
            }
            out.write(buffer, 0, read);
        }
        return out.toByteArray();
    }

    private static Charset charset(Opening opening) throws IOException {
        try {
            names(opening, StandardCharsets.UTF_8);
            return StandardCharsets.UTF_8;
        } catch (ZipException | IllegalArgumentException e) {
            return Charset.forName("windows-31j");
        }
    }

    private static List<String> names(Opening opening, Charset charset) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(opening.open(), charset)) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                if (entry.isDirectory()) continue;
                if (names.size() >= Limits.ENTRIES_MAX)
                    throw new Refused("ZIPの中のファイルが%,d件を超えます。いくつかに分けてください。".formatted(Limits.ENTRIES_MAX));
                names.add(entry.getName().replace('\\', '/'));
                drain(zip);
            }
        }
        return names;
    }

    /** A bomb unpacks to more than it may: seen here already, before anything is kept. */
    private static void drain(ZipInputStream zip) throws IOException {
        var buffer = new byte[65_536];
        long bytes = 0;
        for (int read; (read = zip.read(buffer)) > 0; ) {
            bytes += read;
            if (bytes > Limits.UPLOAD_UNPACKED_BYTES_MAX) throw new Refused("ZIPの中に展開すると大きすぎるファイルがあります。除いてから送ってください。");
        }
    }

    /** A folder in which everything lies was the site's own folder on somebody's disk. */
    private static String root(Opening opening, Charset charset) throws IOException {
        var names = names(opening, charset);
        if (names.isEmpty()) throw new Refused("ZIPが壊れているか、中に何もありません。もう一度ZIPにしてから送ってください。");
        var first = names.getFirst();
        int slash = first.indexOf('/');
        if (slash < 0) return "";
        var folder = first.substring(0, slash + 1);
        return names.stream().allMatch(name -> name.startsWith(folder)) ? folder : "";
    }

    private static @Nullable String address(String name, String root) {
        var path = name.replace('\\', '/');
        if (path.startsWith(root)) path = path.substring(root.length());
        if (path.contains("__MACOSX/") || path.endsWith(".DS_Store") || path.endsWith("Thumbs.db")) return null;
        return Addresses.canonical("/" + path.replace("%", "%25").replace("?", "%3F"), "");
    }
}
