package noroshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other people's programs that the measurement needs. */
final class Tools {

    private static final int PROGRAM_SECONDS_MAX = 120;
    private static final String PACKAGES = "nginx-light wrk nghttp2-client openssl";

    private Tools() {}

    /** What to install, said before anything is measured. */
    static void require(String... programs) {
        for (var program : programs)
            if (find(program) == null)
                throw new IllegalArgumentException(
                        "%s is missing. Install what is compared and what loads it (Debian, Ubuntu: apt-get install %s)."
                                .formatted(program, PACKAGES));
    }

    static @org.jspecify.annotations.Nullable Path find(String program) {
        for (var folder : (System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":")) {
            var file = Path.of(folder, program);
            if (Files.isExecutable(file)) return file;
        }
        return null;
    }

    static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PROGRAM_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("%s failed: %s".formatted(String.join(" ", command), said));
        }
        return said;
    }
}
