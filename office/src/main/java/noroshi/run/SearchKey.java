package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import noroshi.letter.UnsealKey;

/** The key with which our own beacon opens the index of persons: its secret half for the beacon, its public half for the office. */
final class SearchKey {

    private static final String ID = "search";

    private final Path keys;

    SearchKey(Path keys) {
        this.keys = keys;
    }

    Path secretHalf() {
        make();
        return keys.resolve("search.key");
    }

    Path publicHalf() {
        make();
        return keys.resolve("search.public");
    }

    private synchronized void make() {
        var secret = keys.resolve("search.key");
        try {
            if (!Files.exists(secret))
                Secrets.write(secret, UnsealKey.generate(ID, new SecureRandom()).text() + "\n");
            var key = UnsealKey.parse(Files.readString(secret)).letterKey();
            Secrets.write(keys.resolve("search.public"), key.id() + " " + key.publicHex() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the search key", e);
        }
    }
}
