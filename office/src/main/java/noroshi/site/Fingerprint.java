package noroshi.site;

import java.util.List;
import noroshi.site.page.Files;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** A record that no reader sees: by which builder all pages of the snapshot were made. Another builder makes them anew. */
final class Fingerprint {

    private static final String PATH = "!builder";

    private Fingerprint() {}

    static void put(Draft draft) {
        var settings = draft.settings();
        if (settings == null) return;
        draft.put(
                Key.of(settings.defaultSite(), PATH),
                Timeline.<Value>always(Files.text("text/plain", Files.builder(), draft)));
    }

    static void remove(Draft draft) {
        var settings = draft.settings();
        if (settings != null) draft.remove(Key.of(settings.defaultSite(), PATH));
    }

    static boolean owns(Key key) {
        return key.path().equals(PATH);
    }

    static boolean matches(Snapshot snapshot) {
        var timeline = snapshot.find(Key.of(snapshot.root().settings().defaultSite(), PATH));
        if (timeline == null || !(timeline.steps().getFirst().value() instanceof Value.Page page)) return false;
        return page.parts()
                .equals(List.of(new Part.Piece(noroshi.snapshot.Fragment.text(
                        Files.builder().getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }
}
