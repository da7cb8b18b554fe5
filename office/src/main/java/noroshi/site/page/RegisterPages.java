package noroshi.site.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.jte.site.JtewordsGenerated;
import noroshi.site.view.Raw;
import noroshi.site.view.TextView;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Pages that registers describe in Markdown, with the futures they promise. */
public final class RegisterPages {

    public record Body(Instant from, String markdown) {}

    private final SiteFacts site;
    private final Press press;
    private final Instant now;

    public RegisterPages(SiteFacts site, Press press, Instant now) {
        this.site = site;
        this.press = press;
        this.now = now;
    }

    public Map<Key, Timeline<Value>> build(String path, String title, List<Body> bodies) {
        var bodiesAhead = Futures.of(now, bodies.stream().map(Body::from).toList(), at -> at(bodies, at));
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (var variant : Variant.values()) {
            var shell = new Shell(site, variant, press);
            records.put(
                    Key.of(site.code(), variant.prefix() + path),
                    bodiesAhead.map(markdown -> page(shell, path, title, markdown)));
        }
        return records;
    }

    private static String at(List<Body> bodies, Instant instant) {
        return bodies.stream()
                .filter(b -> !b.from().isAfter(instant))
                .reduce((earlier, later) -> later)
                .map(Body::markdown)
                .orElse("");
    }

    private static Value page(Shell shell, String path, String title, String markdown) {
        var html = new Markdown(
                        markdown,
                        shell.variant(),
                        shell.addresses(),
                        List.of(),
                        Map.of(),
                        code -> noroshi.markup.Contact.UNKNOWN)
                .html();
        var view = new TextView(title, "plain", new Raw(html), List.of(), shell.variants(path));
        return shell.page(
                Facing.of(path, title, List.of(shell.home())), out -> JtewordsGenerated.render(out, null, view));
    }

    public Map<Key, Timeline<Value>> gone(String path) {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (var variant : Variant.values())
            records.put(
                    Key.of(site.code(), variant.prefix() + path),
                    Timeline.always(new WordPages(site, press).gone(variant, path)));
        return records;
    }
}
