package noroshi.planning.network.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a map for each scenario, at its first moment and a day later. */
public final class Pictures {

    private Pictures() {}

    /** @return the files written */
    public static List<Path> write(Findings findings, Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (var aftermath : findings.aftermaths())
            for (double hour : CutMap.hours(aftermath)) {
                // An id is the user's text; only what any file system takes remains of it.
                var id = aftermath.scenario().id().replaceAll("[^A-Za-z0-9._-]", "_");
                var file = folder.resolve("network-%s-%03.0fh.svg".formatted(id, hour));
                Files.writeString(file, CutMap.svg(findings.network(), aftermath, hour));
                files.add(file);
            }
        return files;
    }
}
