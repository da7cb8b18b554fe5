package noroshi.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a passphrase comes from: a file, or whoever sits at the terminal. Never from the command line, which others can read. */
final class Passphrase {

    static final int CHARACTERS_MIN = 12;

    private Passphrase() {}

    /** The first line of that file. */
    static char[] read(Path file) {
        try {
            var line = Files.readAllLines(file).stream().findFirst().orElse("").strip();
            return requireLong(line.toCharArray(), file.toString());
        } catch (IOException e) {
            throw new Refusal("Cannot read the passphrase in %s (%s).", file, e.getMessage());
        }
    }

    /** Asks twice; null when nobody sits there, or nothing was typed. */
    static char @Nullable [] ask(String what, boolean twice) {
        var console = System.console();
        if (console == null || !console.isTerminal()) return null;
        var first = console.readPassword("%s (nothing: none): ", what);
        if (first == null || first.length == 0) return null;
        if (twice && !Arrays.equals(first, console.readPassword("once more: ")))
            throw new Refusal("The two differ. Nothing was written.");
        return twice ? requireLong(first, "what was typed") : first;
    }

    private static char[] requireLong(char[] passphrase, String where) {
        if (passphrase.length < CHARACTERS_MIN)
            throw new Refusal(
                    "The passphrase (%s) has %d characters. Take at least %d, better five words nobody would guess.",
                    where, passphrase.length, CHARACTERS_MIN);
        return passphrase;
    }
}
