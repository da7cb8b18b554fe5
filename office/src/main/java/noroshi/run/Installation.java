package noroshi.run;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The programs of one installation and how they are wired: which ports, files and settings each is given. */
final class Installation {

    /** Memory for small machines; a bigger one sets NOROSHI_OFFICE_JAVA and NOROSHI_BEACON_JAVA. */
    private static final List<String> OFFICE_JAVA = List.of("-Xms96m", "-Xmx768m", "-XX:+UseSerialGC", "-Xss512k");

    private static final List<String> BEACON_JAVA = List.of("-Xms16m", "-Xmx192m", "-XX:+UseSerialGC");
    private static final List<String> EVERY_JAVA = List.of(
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=Asia/Tokyo",
            "-Djava.awt.headless=true",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Folders folders;
    private final Secrets secrets;
    private final SearchKey searchKey;
    private final Map<String, String> environment;

    Installation(Folders folders, Secrets secrets, Map<String, String> environment) {
        this.folders = folders;
        this.secrets = secrets;
        this.searchKey = new SearchKey(folders.keys());
        this.environment = environment;
    }

    /** @param more options beyond the wiring */
    Recipe beacon(int port, int adminPort, SigningKeys keys, List<String> more) {
        var command = java("NOROSHI_BEACON_JAVA", BEACON_JAVA);
        command.addAll(List.of(
                "-cp",
                classes("beacon") + File.pathSeparator + classes("snapshot") + File.pathSeparator + library("beacon"),
                "noroshi.beacon.Main",
                "--port",
                Integer.toString(port),
                "--admin-port",
                Integer.toString(adminPort),
                "--data",
                folders.beacon().toString(),
                "--root-key",
                keys.rootPublic().toString(),
                "--secret-file",
                secrets.file("beacon.secret").toString(),
                // Only beacons of ours may copy the snapshot: it holds what opens tomorrow.
                "--relay-secret-file",
                secrets.file("relay.secret").toString(),
                "--search-key-file",
                searchKey.secretHalf().toString()));
        command.addAll(more);
        return new Recipe("beacon", () -> OwnSession.wrap(command), Map.of(), "TERM");
    }

    /** Settings go through a file of ours (0600), because a command line is visible to every user of the computer. */
    Recipe office(Map<String, String> settings, List<Path> moreSettings) {
        var file = Secrets.write(folders.run().resolve("office.properties"), properties(settings));
        var files = new ArrayList<>(moreSettings);
        files.add(file);
        var command = java("NOROSHI_OFFICE_JAVA", OFFICE_JAVA);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + folders.scratch(),
                "-cp",
                classes("office") + File.pathSeparator + folders.home().resolve("office/target/lib") + File.separator
                        + "*",
                "noroshi.NoroshiOffice",
                "--spring.config.additional-location="
                        + files.stream().map(Installation::location).collect(Collectors.joining(","))));
        return new Recipe("office", () -> withEmptyScratch(command), Map.of(), "TERM");
    }

    private List<String> withEmptyScratch(List<String> command) {
        folders.emptyScratch();
        return OwnSession.wrap(command);
    }

    Map<String, String> officeSettings(Plan plan, Database database, int adminPort) {
        var settings = new LinkedHashMap<>(plan.office());
        // The office is for this computer and a proxy on it, unless the settings open it (in a container they must).
        settings.putIfAbsent("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(plan.officePort()));
        settings.put("noroshi.public-url", plan.publicUrl());
        settings.put("noroshi.office-url", plan.officeUrl());
        settings.put("noroshi.data", folders.data().toString());
        settings.put("noroshi.database.url", database.url());
        settings.put("noroshi.database.user", database.user());
        settings.put("noroshi.database.password", database.password());
        settings.put("noroshi.beacons[0].admin-url", "http://127.0.0.1:" + adminPort);
        settings.put(
                "noroshi.beacons[0].secret-file", secrets.file("beacon.secret").toString());
        // Further trusted beacons' public halves follow in the settings of the installation, from [1] on.
        settings.put("noroshi.persons.search-keys[0]", searchKey.publicHalf().toString());
        return settings;
    }

    private Path classes(String module) {
        return folders.home().resolve(module).resolve("target").resolve("classes");
    }

    private String library(String module) {
        return folders.home().resolve(module).resolve("target").resolve("lib") + "/*";
    }

    private List<String> java(String variable, List<String> usual) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(EVERY_JAVA);
        var own = environment.getOrDefault(variable, "").strip();
        command.addAll(own.isEmpty() ? usual : List.of(own.split("\\s+")));
        return command;
    }

    /** Spring tells a file's format by its ending; ours is always that of properties, whatever the file is called. */
    private static String location(Path file) {
        return "file:" + file + (file.toString().endsWith(".properties") ? "" : "[.properties]");
    }

    private static String properties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }
}
