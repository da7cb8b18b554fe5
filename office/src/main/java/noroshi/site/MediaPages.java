package noroshi.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.site.page.Files;
import noroshi.site.page.Futures;
import noroshi.site.page.MediaFacts;
import noroshi.site.page.Window;
import noroshi.snapshot.Key;
import noroshi.snapshot.Value;
import org.jspecify.annotations.Nullable;

/** Files as records: visible exactly while an open article shows them, gone when none does. */
final class MediaPages {

    private final MediaReader media;
    private final Draft draft;
    private final Instant now;

    MediaPages(MediaReader media, Draft draft, Instant now) {
        this.media = media;
        this.draft = draft;
        this.now = now;
    }

    void build(String site, List<MediaFacts> files) {
        for (var file : files) build(site, file);
    }

    private void build(String site, MediaFacts file) {
        var key = Key.of(site, "/media/" + file.file());
        var windows = media.windows(site, file.hash());
        if (windows.isEmpty()) {
            draft.remove(key);
            return;
        }
        var page = page(site, key, file);
        var edges = new ArrayList<Instant>();
        for (var window : windows) {
            edges.add(window.from());
            edges.add(window.until());
        }
        draft.put(key, Futures.of(now, edges, at -> shown(windows, at) ? page : new Value.Absent()));
    }

    private static boolean shown(List<Window> windows, Instant at) {
        return windows.stream().anyMatch(w -> w.shows(at));
    }

    /** As the snapshot has it already, else from the database: a file's content never changes under its name. */
    private Value page(String site, Key key, MediaFacts file) {
        var present = present(key);
        return present != null ? present : Files.media(file, media.content(site, file.hash()));
    }

    private @Nullable Value present(Key key) {
        var timeline = draft.find(key);
        if (timeline == null) return null;
        return timeline.steps().stream()
                .map(step -> step.value())
                .filter(Value.Page.class::isInstance)
                .findFirst()
                .orElse(null);
    }
}
