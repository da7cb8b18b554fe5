package noroshi.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import org.springframework.stereotype.Component;

/** The illustrations drawn for the demonstration. They are our own, so SVG is sound here; from officers it is refused. */
@Component
final class DemoImages {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"");

    private final MediaShelf shelf;
    private final Set<String> added = new HashSet<>();

    DemoImages(MediaShelf shelf) {
        this.shelf = shelf;
    }

    /** Returns the image's hash. */
    String add(String government, String file, String alt, long by, Instant at) {
        var content = Resources.image(file);
        var hash = hash(content);
        if (added.add(government + hash)) shelf.put(government, fact(file, content, hash, alt), content, by, at);
        return hash;
    }

    private static MediaFact fact(String file, byte[] content, String hash, String alt) {
        var size = SIZE.matcher(new String(content, StandardCharsets.UTF_8));
        if (!file.endsWith(".svg") || !size.find())
            throw new IllegalStateException("The illustration %s is no SVG with a viewBox.".formatted(file));
        return new MediaFact(
                hash,
                MediaFact.Kind.IMAGE,
                file,
                "image/svg+xml",
                "svg",
                content.length,
                Integer.valueOf(size.group(1)),
                Integer.valueOf(size.group(2)),
                alt,
                "");
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
