package noroshi.site.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Files that pages need: the style sheet and the icon, named by their content. */
public final class Files {

    private Files() {}

    public static Map<Key, Timeline<Value>> build(SiteFacts site, Press press) {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        records.put(
                Key.of(site.code(), Style.path(site)),
                Timeline.always(text("text/css; charset=utf-8", Style.full(site), press)));
        records.put(
                Key.of(site.code(), Icon.path(site)), Timeline.always(text("image/svg+xml", Icon.svg(site), press)));
        return records;
    }

    static Value text(String type, String text, Press press) {
        return new Value.Page(
                Heads.file(type), List.of(new Part.Piece(press.text(text.getBytes(StandardCharsets.UTF_8)))));
    }
}
