package noroshi.moving.source;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import noroshi.moving.page.Addresses;
import noroshi.moving.page.OldDates;
import org.jspecify.annotations.Nullable;

/**
 * The items of a WordPress export (WXR), an Atom feed or an RSS feed (0.91, 1.0, 2.0). The reader knows no document type and no entity, so a
 * document can neither grow nor ask for another.
 */
public final class Items {

    private static final int ITEMS_MAX = Limits.ENTRIES_MAX;
    private static final int DEPTH_MAX = 60;
    private static final XMLInputFactory FACTORY = factory();

    private final List<Map<String, String>> items = new ArrayList<>();
    private String link = "";

    private Items() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** What was read. @param origin of the old site as the document tells, or empty */
    public record Read(List<Found> pages, String origin) {}

    public static boolean isXml(byte[] content) {
        var head = new String(content, 0, Math.min(600, content.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        return head.contains("<?xml") && !head.toLowerCase(Locale.ROOT).contains("<html")
                || head.contains("<rss")
                || head.contains("<feed");
    }

    public static Read read(byte[] content) {
        var items = new Items();
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
            items.document(reader);
        } catch (XMLStreamException e) {
            throw new Refused("XMLを読めません（%d行目）。書き出しが途中で切れていないかを確かめてください。"
                    .formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
        }
        if (items.items.isEmpty()) throw new Refused("WordPressの書き出し（WXR）、Atom、RSSの項目が見つかりません。ファイルを確かめてください。");
        var origin = origin(items.link.isEmpty() ? items.items.getFirst().getOrDefault("link", "") : items.link);
        return new Read(items.pages(origin), origin);
    }

    private void document(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                var name = reader.getLocalName();
                if (name.equals("item") || name.equals("entry")) {
                    if (items.size() >= ITEMS_MAX) throw new Refused("項目が%,d件を超えます。分けて書き出してください。".formatted(ITEMS_MAX));
                    items.add(item(reader));
                } else if (name.equals("link") && depth <= 2 && link.isEmpty()) {
                    var href = reader.getAttributeValue(null, "href");
                    link = href == null ? text(reader) : href;
                    if (href == null) depth--;
                    depth++;
                    if (href == null) continue;
                } else depth++;
                if (depth > DEPTH_MAX) throw new Refused("XMLの入れ子が深すぎます。ファイルを確かめてください。");
            } else if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
    }

    /** The elements of one item by their names; several of one name stand one below the other. */
    private static Map<String, String> item(XMLStreamReader reader) throws XMLStreamException {
        var fields = new TreeMap<String, String>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) return fields;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            var prefix = reader.getPrefix();
            var local = reader.getLocalName();
            var name = (prefix == null || prefix.isEmpty() || prefix.equals("atom") ? "" : prefix + ":") + local;
            var href = reader.getAttributeValue(null, "href");
            var rel = reader.getAttributeValue(null, "rel");
            var nice = reader.getAttributeValue(null, "term");
            var text = text(reader);
            if (local.equals("link") && href != null) {
                if (rel == null || rel.equals("alternate")) fields.putIfAbsent("link", href);
            } else if (nice != null) fields.merge("category", nice, (a, b) -> a + "\n" + b);
            else fields.merge(name, text, (a, b) -> a + "\n" + b);
        }
        return fields;
    }

    /** The words of the element; those of elements inside (XHTML in Atom) with their tags. */
    private static String text(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEPTH_MAX) throw new Refused("XMLの入れ子が深すぎます。ファイルを確かめてください。");
                    text.append('<').append(reader.getLocalName());
                    for (int i = 0; i < reader.getAttributeCount(); i++)
                        text.append(' ')
                                .append(reader.getAttributeLocalName(i))
                                .append("=\"")
                                .append(reader.getAttributeValue(i).replace("\"", "&quot;"))
                                .append('"');
                    text.append('>');
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == 0) return text.toString().strip();
                    text.append("</").append(reader.getLocalName()).append('>');
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    var words = reader.getText();
                    text.append(depth == 0 ? words : words.replace("&", "&amp;").replace("<", "&lt;"));
                    if (text.length() > Limits.FILE_BYTES_MAX) throw new Refused("大きすぎる項目があります。ファイルを分けてください。");
                }
                default -> {}
            }
        }
        return text.toString().strip();
    }

    static String origin(String link) {
        var found = java.util.regex.Pattern.compile("(?i)^(https?://[^/?#]+)").matcher(link.strip());
        return found.find() ? found.group(1) : "";
    }

    private List<Found> pages(String origin) {
        var pages = new ArrayList<Found>();
        int number = 0;
        for (var item : items) {
            number++;
            var kind = item.getOrDefault("wp:post_type", "post");
            if (!kind.equals("post") && !kind.equals("page")) continue;
            if (item.getOrDefault("wp:status", "publish").matches("trash|auto-draft|inherit")) continue;
            pages.add(page(item, origin, number));
        }
        return pages;
    }

    private static Found page(Map<String, String> item, String origin, int number) {
        var written = item.getOrDefault("link", item.getOrDefault("guid", item.getOrDefault("id", "")));
        var address = origin.isEmpty() ? null : Addresses.resolve("/", written, origin);
        if (address == null) address = "/item/" + number;
        var date = first(item, "wp:post_date", "pubDate", "published", "dc:date", "issued", "updated");
        var changed = first(item, "wp:post_modified", "updated", "modified");
        var status = item.getOrDefault("wp:status", "publish");
        var body = first(item, "content:encoded", "content", "description", "summary");
        return new Sheet()
                .title(item.getOrDefault("title", ""))
                .meta("noroshi:public", date)
                .meta("noroshi:changed", changed)
                .meta("noroshi:draft", status.equals("publish") ? null : status)
                .meta("category", first(item, "category", "dc:subject"))
                .meta("author", first(item, "dc:creator", "author"))
                .meta("description", first(item, "excerpt:encoded"))
                .body(body == null ? "" : body, item.containsKey("wp:post_type"))
                .found(address, date == null ? null : OldDates.machine(date).orElse(null));
    }

    private static @Nullable String first(Map<String, String> item, String... names) {
        for (var name : names) {
            var value = item.get(name);
            if (value != null && !value.isBlank() && !value.startsWith("0000-")) return value;
        }
        return null;
    }
}
