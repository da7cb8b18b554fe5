package noroshi.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a beacon is started as a process of its own, from what was built and in the heap that docs/beacon.md promises. With
 * {@code -Dnoroshi.bench.jvm="…"} other options of its JVM can be compared.
 */
final class BeaconCommand {

    private BeaconCommand() {}

    /** @param home of the project; @param options as docs/beacon.md names them */
    static List<String> of(Path home, List<String> options) {
        return of(home, options, "64m");
    }

    /** @param heap the most it may take, e.g. {@code 256m} */
    static List<String> of(Path home, List<String> options, String heap) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        var more = System.getProperty("noroshi.bench.jvm", "");
        if (!more.isBlank()) command.addAll(List.of(more.split(" ")));
        var classes = Stream.of("beacon/target/classes", "snapshot/target/classes", "beacon/target/lib/*")
                .map(each -> home + "/" + each)
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", classes, "noroshi.beacon.Main"));
        command.addAll(options);
        return command;
    }
}
