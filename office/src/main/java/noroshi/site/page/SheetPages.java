package noroshi.site.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import noroshi.jte.site.JtewordsGenerated;
import noroshi.site.view.Raw;
import noroshi.site.view.TextView;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.jspecify.annotations.Nullable;

/** Pages that registers describe in parts: timed parts change at the beacon, by its clock, each for itself. */
public final class SheetPages {

    /** A place in the rendered page that a part of its own fills. */
    private static final String PART = "~part/";

    private final SiteFacts site;
    private final Press press;
    private final Instant now;

    public SheetPages(SiteFacts site, Press press, Instant now) {
        this.site = site;
        this.press = press;
        this.now = now;
    }

    /** @param form null: none; @param script path inside the site, null: none */
    public record Source(
            String path,
            String title,
            List<Piece> pieces,
            @Nullable String form,
            @Nullable String script) {}

    /** @param instants when {@code text} changes; @param html true: HTML as it is, else Markdown */
    public record Piece(
            List<Instant> instants, Function<Instant, String> full, Function<Instant, String> light, boolean html) {}

    public Map<Key, Timeline<Value>> build(Source sheet) {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (var variant : Variant.values()) {
            var shell = new Shell(site, variant, press);
            records.put(Key.of(site.code(), variant.prefix() + sheet.path()), Timeline.always(page(shell, sheet)));
        }
        return records;
    }

    private Value page(Shell shell, Source sheet) {
        var marks = new StringBuilder();
        var parts = new LinkedHashMap<String, List<Part>>();
        for (int i = 0; i < sheet.pieces().size(); i++) {
            marks.append('\0').append("slot ").append(PART).append(i).append('\0');
            // Parts know nothing of each other, and a page's tables need names of their own.
            parts.put(PART + i, parts(shell, sheet.pieces().get(i), "%sの表%d".formatted(sheet.title(), i + 1)));
        }
        var script = shell.variant() == Variant.FULL ? sheet.script() : null;
        if (script != null)
            marks.append("<script src=\"%s\" defer></script>"
                    .formatted(shell.addresses().page(script)));
        var view = new TextView(
                sheet.title(), "plain", new Raw(marks.toString()), List.of(), shell.variants(sheet.path()));
        var page = shell.page(
                Facing.of(sheet.path(), sheet.title(), List.of(shell.home())),
                out -> JtewordsGenerated.render(out, null, view));
        var head = script != null ? Heads.running(site) : page.head();
        return new Value.Page(head, filled(page.parts(), parts), sheet.form());
    }

    private static List<Part> filled(List<Part> parts, Map<String, List<Part>> own) {
        var filled = new ArrayList<Part>();
        for (var part : parts)
            filled.addAll(part instanceof Part.Slot(var name) ? own.getOrDefault(name, List.of(part)) : List.of(part));
        return filled;
    }

    private List<Part> parts(Shell shell, Piece piece, String table) {
        var words = shell.variant() == Variant.FULL ? piece.full() : piece.light();
        // Markup may hold blanks that the beacon fills; it has no futures.
        if (piece.html()) return Sheet.parts(words.apply(now).getBytes(java.nio.charset.StandardCharsets.UTF_8), press);
        return List.of(timed(shell, piece, words, table));
    }

    private Part timed(Shell shell, Piece piece, Function<Instant, String> words, String table) {
        Timeline<Fragment> timeline = Futures.of(now, piece.instants(), words)
                .map(text -> press.text(html(shell, text, table).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return timeline.steps().size() == 1
                ? new Part.Piece(timeline.steps().getFirst().value())
                : new Part.Timed(timeline);
    }

    private static String html(Shell shell, String markdown, String table) {
        return new Markdown(markdown, shell.variant(), shell.addresses(), List.of(), Map.of()).html(table);
    }
}
