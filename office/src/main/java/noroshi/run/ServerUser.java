package noroshi.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Under which user PostgreSQL runs: it refuses the administrator (root). Then a user namespace of its own is enough, where
 * the system allows one; else a user of the system takes over.
 *
 * @param prefix put before the command
 * @param owner whom the data must belong to, or empty to leave it
 */
record ServerUser(List<String> prefix, String owner) {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    static ServerUser find() {
        if (!"root".equals(System.getProperty("user.name"))) return new ServerUser(List.of(), "");
        if (succeeds(List.of("unshare", "-U", "true"))) return new ServerUser(List.of("unshare", "-U"), "root");
        for (var user : CANDIDATES) {
            var prefix = setpriv(user);
            if (prefix.isPresent()) return new ServerUser(prefix.get(), user);
        }
        throw new Refusal(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv (package util-linux) works"
                        + " here. Start ./noroshi as an ordinary user, or give a database of your own: NOROSHI_DB_URL, NOROSHI_DB_USER,"
                        + " NOROSHI_DB_PASSWORD.");
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Hands the tree to the server's user; needed after a run under another user, harmless otherwise. */
    void own(Path tree) {
        if (!owner.isEmpty() && !succeeds(List.of("chown", "-R", owner, tree.toString())))
            throw new Refusal("Cannot hand %s to the user %s.", tree, owner);
        if (!succeeds(command(List.of("sh", "-c", "cd \"$1\"", "sh", tree.toString()))))
            throw new Refusal(
                    "PostgreSQL runs as the user %s, who cannot enter %s because a folder above it is closed to others. Maybe"
                            + " choose an open place: --data /var/lib/noroshi.",
                    owner, tree);
    }

    private static Optional<List<String>> setpriv(String user) {
        try {
            for (var line : Files.readAllLines(Path.of("/etc/passwd"))) {
                var fields = line.split(":", -1);
                if (fields.length < 4 || !fields[0].equals(user)) continue;
                var prefix = List.of(
                        "setpriv", "--reuid=" + fields[2], "--regid=" + fields[3], "--clear-groups", "--inh-caps=-all");
                var probe = new ArrayList<>(prefix);
                probe.add("true");
                return succeeds(probe) ? Optional.of(prefix) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
