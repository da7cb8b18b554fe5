package noroshi.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** {@code ./noroshi up}: a real installation, configured by one file; no demonstration, mails go to a real server. */
public final class Up {

    static final String USAGE = """
            ./noroshi up [--config FILE]
              --config  the settings (default: noroshi.conf beside the launcher);
                        begin with docs/operations/noroshi.conf.example""";

    private static final int BEACONS_MAX = 64;

    private Up() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var home = Path.of(System.getProperty("noroshi.home", ".")).toAbsolutePath();
            run(home, config(List.of(arguments), home));
        } catch (Refusal e) {
            System.err.println("noroshi: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException | Error e) {
            // Whatever went wrong, no half of an installation stays behind: leaving stops what was started.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Path home, Path config) throws InterruptedException {
        var settings = read(config);
        var data = Path.of(settings.getProperty("noroshi.data", "data/noroshi"));
        int publicPort = Ports.parse("noroshi.beacon.port", settings.getProperty("noroshi.beacon.port", "8080"));
        int officePort = Ports.parse("server.port", settings.getProperty("server.port", "8081"));
        var publicUrl = settings.getProperty("noroshi.public-url", "http://localhost:" + publicPort);
        var officeUrl = settings.getProperty("noroshi.office-url", "http://localhost:" + officePort);

        var folders = new Folders(home, home.resolve(data));
        var running = new Running(folders, System.getenv());
        var firstSignIn = new FirstSignIn(folders, settings);
        Ports.requireFree(publicPort, "the public site", "noroshi.beacon.port =");
        Ports.requireFree(officePort, "the office", "server.port =");
        running.start(new Plan(
                publicPort,
                officePort,
                publicUrl,
                officeUrl,
                database(settings),
                beacon(settings),
                office(settings, firstSignIn.settings(), home),
                List.of(config)));

        System.out.println("public: " + publicUrl + "/");
        System.out.println("office: " + officeUrl + "/");
        firstSignIn.tell();
        System.out.println("ready");
        running.supervisor().awaitEnd();
    }

    /** Beacons elsewhere come behind the one that is started here: in one list, because only one list counts. */
    static Map<String, String> office(Properties settings, Map<String, String> first, Path home) {
        var all = new HashMap<>(first);
        var address = settings.getProperty("server.address", "").strip();
        if (!address.isEmpty()) all.put("server.address", address);
        for (int i = 0; i < BEACONS_MAX; i++) {
            var from = "noroshi.beacons[" + i + "].";
            var admin = settings.getProperty(from + "admin-url", "").strip();
            if (admin.isEmpty()) break;
            var secret = settings.getProperty(from + "secret-file", "").strip();
            if (secret.isEmpty()) throw new Refusal("%ssecret-file is missing beside %sadmin-url.", from, from);
            var to = "noroshi.beacons[" + (i + 1) + "].";
            all.put(to + "admin-url", admin);
            all.put(to + "secret-file", home.resolve(secret).toString());
        }
        return all;
    }

    private static List<String> beacon(Properties settings) {
        var options = new ArrayList<String>();
        var host = settings.getProperty("noroshi.beacon.host", "").strip();
        if (!host.isEmpty()) options.addAll(List.of("--host", host));
        if (Boolean.parseBoolean(
                settings.getProperty("noroshi.beacon.behind-proxy", "false").strip())) options.add("--trust-loopback");
        return options;
    }

    private static Path config(List<String> arguments, Path home) {
        var file = home.resolve("noroshi.conf");
        if (arguments.size() == 2 && arguments.getFirst().equals("--config"))
            file = Path.of(arguments.getLast()).toAbsolutePath();
        else if (!arguments.isEmpty())
            throw new Refusal("Cannot understand %s.%n%s", String.join(" ", arguments), USAGE);
        if (!Files.isReadable(file))
            throw new Refusal(
                    "No settings at %s. Copy docs/operations/noroshi.conf.example and edit it.%n%s", file, USAGE);
        return file;
    }

    static Properties read(Path config) {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(config, StandardCharsets.UTF_8)) {
            settings.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("Cannot read %s: %s", config, e.getMessage());
        }
        return settings;
    }

    /** A database of the installation's own, or empty for the one that comes with Noroshi. */
    static Optional<Database> database(Properties settings) {
        var url = settings.getProperty("noroshi.database.url", "").strip();
        if (url.isEmpty()) return Optional.empty();
        return Optional.of(new Database(
                url,
                settings.getProperty("noroshi.database.user", "noroshi"),
                settings.getProperty("noroshi.database.password", "")));
    }
}
