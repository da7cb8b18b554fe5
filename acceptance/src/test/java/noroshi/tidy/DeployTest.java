package noroshi.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is deployed names files, options and commands that exist; there is no container engine here to find out by running. */
class DeployTest {

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern COMMAND = Pattern.compile("\\./noroshi ([a-z-]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([A-Za-z0-9_./-]+\\.md)(#[^)]*)?\\)");
    private static final List<String> HARDENED = List.of(
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "MemoryMax=",
            "CapabilityBoundingSet=",
            "SystemCallFilter=@system-service",
            "RestrictNamespaces=yes");

    private final Path root = new Repository().root;

    @Test
    void everyServiceIsHardenedAndComesBack() throws IOException {
        for (var unit : files("deploy/systemd", ".service")) {
            var text = Files.readString(unit);
            assertThat(text).as(unit.toString()).contains(HARDENED);
            assertThat(text).containsAnyOf("DynamicUser=yes", "User=noroshi");
            if (!text.contains("Type=oneshot")) assertThat(text).contains("Restart=always");
        }
    }

    @Test
    void optionsOfTheBeaconExist() throws IOException {
        var known = options(Files.readString(root.resolve("beacon/src/main/java/noroshi/beacon/Options.java")));
        for (var file : List.of("deploy/systemd/noroshi-beacon.service", "deploy/container/beacon.Containerfile")) {
            var text = Files.readString(root.resolve(file));
            var used = text.lines()
                    .filter(line -> line.matches("(ExecStart=|  --|ENTRYPOINT|CMD).*"))
                    .collect(Collectors.joining("\n"));
            assertThat(known).as(file).containsAll(options(used)).contains("--data");
        }
    }

    @Test
    void whatAContainerCopiesIsMadeByTheBuild() throws IOException {
        for (var file : files("deploy/container", ".Containerfile"))
            for (var line : Files.readAllLines(file)) {
                if (!line.startsWith("COPY ")) continue;
                var words = line.substring(5).split(" ");
                for (int i = 0; i < words.length - 1; i++)
                    assertThat(root.resolve(words[i].replaceFirst("/?target/.*", "")))
                            .as(file + ": " + words[i])
                            .exists();
            }
    }

    @Test
    void commandsInTheRunbooksExist() throws IOException {
        var launcher = Files.readString(root.resolve("noroshi"));
        var texts = Stream.concat(files("docs/operations", ".md").stream(), files("deploy", "").stream())
                .toList();
        assertThat(texts).hasSizeGreaterThan(10);
        for (var text : texts) {
            var matcher = COMMAND.matcher(Files.readString(text));
            while (matcher.find())
                assertThat(launcher)
                        .as("%s in %s", matcher.group(), text)
                        .containsPattern("(?m)^  ([a-z|-]+\\|)?" + matcher.group(1) + "(\\|[a-z|-]+)?\\)");
        }
    }

    @Test
    void linksBetweenTheRunbooksLeadSomewhere() throws IOException {
        for (var text : files("docs/operations", ".md")) {
            var matcher = LINK.matcher(Files.readString(text));
            while (matcher.find())
                assertThat(text.resolveSibling(matcher.group(1)))
                        .as("in %s", text)
                        .exists();
        }
    }

    @Test
    void systemdReadsTheUnits() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))) {
            System.out.println("skipped: systemd-analyze is not here, so it has not read deploy/systemd");
            return;
        }
        var folder = Files.createTempDirectory("noroshi-units");
        try {
            var command = new java.util.ArrayList<>(List.of("/usr/bin/systemd-analyze", "verify"));
            for (var unit : files("deploy/systemd", "")) {
                // The programs lie elsewhere on this computer.
                var text = Files.readString(unit).replaceAll("ExecStart=\\S+", "ExecStart=/bin/true");
                command.add(Files.writeString(folder.resolve(unit.getFileName()), text)
                        .toString());
            }
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            assertThat(said.lines().filter(line -> line.contains("noroshi-"))).isEmpty();
        } finally {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
    }

    private List<Path> files(String folder, String ending) throws IOException {
        try (var all = Files.walk(root.resolve(folder))) {
            return all.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> options(String text) {
        var found = new TreeSet<String>();
        var matcher = OPTION.matcher(text);
        while (matcher.find()) found.add(matcher.group());
        return found;
    }
}
