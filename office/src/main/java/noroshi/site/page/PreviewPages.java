package noroshi.site.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.jspecify.annotations.Nullable;

/** One page as a whole document: slots filled, style inside, images from where the office shows them. */
public final class PreviewPages {

    public record Shown(String html, String policy, int part, int parts, int wireBytes) {}

    private final SiteFacts site;
    private final Instant now;

    public PreviewPages(SiteFacts site, Instant now) {
        this.site = site;
        this.now = now;
    }

    public Shown show(ArticleFacts article, Variant variant, int part, String mediaFolder) {
        var records = new ArticlePages(site, Press.PLAIN, now).build(article, variant);
        int number = Math.clamp(part, 1, records.size());
        var key = Key.of(site.code(), variant.prefix() + ArticlePages.partPath(article, number));
        var page =
                (Value.Page) java.util.Objects.requireNonNull(records.get(key)).at(now);
        return shown(page, variant, null, number, records.size(), mediaFolder);
    }

    /** The first page, with header and footer as the look has them. */
    public Shown showTop(TopFacts facts, Variant variant, @Nullable MediaFacts logo, String mediaFolder) {
        var records = new TopPages(site, Press.PLAIN, now).build(facts);
        var page =
                (Value.Page) java.util.Objects.requireNonNull(records.get(Key.of(site.code(), variant.prefix() + "/")))
                        .at(now);
        return shown(page, variant, logo, 1, 1, mediaFolder);
    }

    private Shown shown(
            Value.Page page, Variant variant, @Nullable MediaFacts logo, int number, int of, String mediaFolder) {
        var parts = filled(page.parts(), logo);
        var html = text(parts)
                .replace("\"/%s/media/".formatted(site.code()), "\"" + Html.escaped(mediaFolder))
                .replaceFirst(
                        "<link rel=\"stylesheet\"[^>]*>",
                        "<style>" + Style.full(site).replace("$", "\\$") + "</style>")
                .replaceFirst("<link rel=\"icon\"[^>]*>", "");
        return new Shown(html, policy(variant), number, of, Variant.HEADER_BYTES + Sheet.ownBytes(parts));
    }

    private String policy(Variant variant) {
        var style =
                switch (variant) {
                    case FULL -> "; style-src '" + Style.fullHash(site) + "'; img-src 'self'";
                    case LITE -> "; style-src '" + Style.liteHash(site) + "'";
                    case TEXT -> "";
                };
        // Nothing on a preview may act; only the office may frame it.
        return "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'" + style;
    }

    private List<Part> filled(List<Part> parts, @Nullable MediaFacts logo) {
        Map<String, Timeline<List<Part>>> slots = new SlotPages(site, logo, Press.PLAIN).surroundings();
        var filled = new ArrayList<Part>();
        for (var part : parts) {
            if (part instanceof Part.Slot(String name)) {
                var slot = slots.get(name);
                if (slot != null) filled.addAll(slot.at(now));
            } else filled.add(part);
        }
        return filled;
    }

    private static String text(List<Part> parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) if (part instanceof Part.Piece(var fragment)) bytes.writeBytes(fragment.plain());
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
