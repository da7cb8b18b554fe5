package noroshi.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the repository, where it is present; the project passes without it. */
public final class SharedData {

    private SharedData() {}

    /** A folder of the shared data; without it the test is skipped and says so. */
    public static Path folderOrSkip(String folder) {
        var named = System.getenv("NOROSHI_SHARED");
        if (named != null && Files.isDirectory(Path.of(named, folder))) return Path.of(named, folder);
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            for (var candidate : new Path[] {
                at.resolve("shared/data").resolve(folder),
                at.resolve("../shared/data").resolve(folder)
            }) if (Files.isDirectory(candidate)) return candidate;
        }
        var message = "skipped: shared/data/%s is not here. Maybe set NOROSHI_SHARED.".formatted(folder);
        System.out.println(message);
        Assumptions.abort(message);
        throw new AssertionError(message);
    }
}
