package noroshi.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import noroshi.letter.LetterKeys;
import noroshi.snapshot.SigningKey;
import org.jspecify.annotations.Nullable;

/** {@code ./noroshi keys}: what an installation signs with. Prints names and times of keys, never a secret. */
public final class Keys {

    static final String USAGE = """
            ./noroshi keys show                        which keys there are, and until when
            ./noroshi keys create --root FILE          keys for a new installation; the root key goes to FILE only
            ./noroshi keys take-out FILE               moves the root key from the data folder into FILE (a USB stick)
            ./noroshi keys rotate-signing --root FILE  a new signing key, signed by the root key; yearly, or when stolen
            ./noroshi keys new-root --root FILE        after the root key was lost or stolen: every beacon needs the new root.pub
            ./noroshi keys rotate-letter               a new key for Letters; the earlier ones still open what they sealed
            ./noroshi keys lost root|signing|letter|secret   what to do
              --data DIR | --config FILE   which installation
              --passphrase-file FILE       FILE's first line closes the root key; without it you are asked
              --in-the-clear               writes the root key without a passphrase, for a safe that locks""";

    private final Installed installed;
    private final SigningKeys signing;
    private final Words words;

    Keys(Installed installed, Words words) {
        this.installed = installed;
        this.signing = new SigningKeys(installed.folders().keys());
        this.words = words;
    }

    public static void main(String[] arguments) {
        Ending.of(() -> {
            var home = Path.of(System.getProperty("noroshi.home", ".")).toAbsolutePath();
            var words = Words.parse(
                    List.of(arguments),
                    Set.of("--data", "--config", "--root", "--passphrase-file"),
                    Set.of("--in-the-clear"),
                    USAGE);
            if (words.plain().isEmpty()) throw new Refusal("What?%n%s", USAGE);
            if (words.plain().getFirst().equals("lost")) System.out.print(LostKeys.advice(words.plain()));
            else
                new Keys(Installed.find(home, words), words)
                        .run(InstantSource.system().instant());
        });
    }

    void run(Instant now) throws IOException {
        var what = words.plain().getFirst();
        if (!what.equals("create")) installed.requireExists();
        switch (what) {
            case "show" -> KeyBoard.of(installed.folders(), now).lines().forEach(System.out::println);
            case "create" -> create(now);
            case "take-out" -> takeOut();
            case "rotate-signing" -> rotate(now);
            case "rotate-letter" -> rotateLetter();
            case "new-root" -> newRoot(now);
            default -> throw new Refusal("Unknown: keys %s%n%s", what, USAGE);
        }
    }

    private void create(Instant now) {
        var folders = installed.folders();
        if (Files.exists(folders.keys().resolve("root.pub")))
            throw new Refusal("%s has keys already. Look at them: ./noroshi keys show.", folders.keys());
        var file = rootFile();
        var passphrase = passphrase(true);
        folders.create();
        keep(signing.anew(now), file, passphrase);
        System.out.println("Give each beacon " + signing.rootPublic() + ". Keep " + file + " away from this computer.");
    }

    private void takeOut() throws IOException {
        if (words.plain().size() != 2) throw new Refusal("Where to?%n%s", USAGE);
        var inside = installed.folders().keys().resolve("root.key");
        if (!Files.exists(inside)) throw new Refusal("There is no root key at %s: it was taken out already.", inside);
        var root = SigningKey.parse(Files.readString(inside));
        var file = Path.of(words.plain().getLast()).toAbsolutePath();
        keep(root, absent(file), passphrase(true));
        Files.delete(inside);
        System.out.println("The root key is no longer on this computer. Make a second copy of " + file
                + " and keep the two in different buildings.");
    }

    private void rotate(Instant now) throws IOException {
        var trust = signing.rotate(root(), now);
        System.out.printf(
                "signing key: %s (trust of serial %d, until %s)%n",
                signing.signer().id(), trust.serial(), trust.expires());
        System.out.println(
                "The office takes it at its next start: stop ./noroshi up and start it again now. From its first"
                        + " publish on, beacons refuse the old key.");
        System.out.println("Take a backup afterwards: an older one holds a key that beacons refuse.");
    }

    private void rotateLetter() {
        var key = new LetterKeys(installed.folders().keys().resolve("letter.key"), new SecureRandom()).rotate();
        System.out.println("letter key: " + key.id());
        System.out.println(
                "A running office tells its beacons within half a minute; nothing needs a restart. Take a backup now:"
                        + " an older one cannot open what is sealed from now on.");
    }

    private void newRoot(Instant now) throws IOException {
        if (installed.isRunning()) throw new Refusal("Stop the installation first.");
        var file = rootFile();
        var passphrase = passphrase(true);
        var folders = installed.folders();
        // Signed under the old root, these are worth nothing with the new one; the site is built anew from the
        // database.
        for (var store : List.of(folders.snapshot(), folders.beacon().resolve("snapshot")))
            if (Files.exists(store))
                Files.move(
                        store,
                        store.resolveSibling(store.getFileName() + ".before-" + now.getEpochSecond()),
                        StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(folders.keys().resolve("root.key"));
        keep(signing.anew(now), file, passphrase);
        folders.create();
        System.out.println(
                "On EACH beacon: stop it, put the new " + signing.rootPublic()
                        + " in place of its --root-key file, move its folder DATA/snapshot away (leave DATA/letters), start it.");
        System.out.println("Until that is done a beacon goes on telling what it told last.");
    }

    /** The root key for one act: from the file, else from the data folder while it still lies there. */
    private SigningKey root() throws IOException {
        var given = words.option("--root");
        var inside = installed.folders().keys().resolve("root.key");
        if (given == null && !Files.exists(inside))
            throw new Refusal("The root key is not on this computer. Bring it: --root FILE.%n%s", USAGE);
        if (given == null) return SigningKey.parse(Files.readString(inside));
        return RootKeyFile.read(Path.of(given), words);
    }

    private Path rootFile() {
        var given = words.option("--root");
        if (given == null) throw new Refusal("Where does the root key go? --root FILE, on a USB stick.%n%s", USAGE);
        return absent(Path.of(given).toAbsolutePath());
    }

    private static Path absent(Path file) {
        if (Files.exists(file)) throw new Refusal("%s exists already. A key is never written over.", file);
        return file;
    }

    private char @Nullable [] passphrase(boolean twice) {
        if (words.has("--in-the-clear")) return null;
        var file = words.option("--passphrase-file");
        var passphrase =
                file != null ? Passphrase.read(Path.of(file)) : Passphrase.ask("passphrase for the root key", twice);
        if (passphrase == null)
            throw new Refusal("The root key needs a passphrase: --passphrase-file FILE. Or say --in-the-clear.");
        return passphrase;
    }

    /** Written and read again before anything else trusts in it. */
    private static void keep(SigningKey root, Path file, char @Nullable [] passphrase) {
        KeysFile.write(file, (root.text() + "\n").getBytes(StandardCharsets.UTF_8), passphrase, new SecureRandom());
        var again = SigningKey.parse(new String(KeysFile.read(file, passphrase), StandardCharsets.UTF_8));
        if (!again.verifyKey().equals(root.verifyKey()))
            throw new Refusal("%s reads back as another key. Take another medium.", file);
        System.out.printf("root key: %s in %s%n", root.verifyKey().id(), file);
    }
}
