package noroshi.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A signed text: lines of words, each line ended by LF, the last line {@code signature KEYID HEX} over every byte before
 * it. There is exactly one way to write a document, so a reader renders again and compares.
 */
record Document(List<String> lines, String keyId, byte[] signature) {
    static final int BYTES_MAX = 1 << 20;

    static byte[] sign(List<String> lines, SigningKey key) {
        byte[] body = body(lines);
        String last = "signature " + key.verifyKey().id() + " " + HexFormat.of().formatHex(key.sign(body)) + "\n";
        return new Wire()
                .bytes(body)
                .bytes(last.getBytes(StandardCharsets.UTF_8))
                .toBytes();
    }

    static Document parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new SnapshotBroken(
                    "A signed document of " + bytes.length + " bytes is over the limit of " + BYTES_MAX);
        }
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
        if (lines.size() < 3 || !lines.removeLast().isEmpty()) {
            throw new SnapshotBroken("A signed document ends with a line break after its signature");
        }
        String[] words = lines.removeLast().split(" ", -1);
        if (words.length != 3 || !words[0].equals("signature") || !words[2].matches("[0-9a-f]{128}")) {
            throw new SnapshotBroken("A signed document's last line is 'signature KEYID HEX'");
        }
        return new Document(List.copyOf(lines), words[1], HexFormat.of().parseHex(words[2]));
    }

    boolean signedBy(VerifyKey key) {
        return key.id().equals(keyId) && key.verifies(body(lines), signature);
    }

    private static byte[] body(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
