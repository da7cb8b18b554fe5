package noroshi.beacon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** What is shown to readers, and what is remembered of it: the ladder, the views, the answers by variant. */
record Shown(Degradation degradation, Views views, PageCounts counts) {

    /** @param folder of the views */
    static Shown at(Path folder, InstantSource clock) throws IOException {
        return new Shown(new Degradation(), new Views(new ViewFiles(folder), clock), new PageCounts());
    }
}
