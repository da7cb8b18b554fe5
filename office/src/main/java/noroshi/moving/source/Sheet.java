package noroshi.moving.source;

import java.time.Instant;
import noroshi.moving.page.Letters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An item of a feed or a table, written as the page it would have been: so that everything is read in one way afterwards. */
final class Sheet {

    private final Document page =
            Jsoup.parse("<!doctype html><html><head><meta charset=utf-8></head><body><main></main></body></html>");

    Sheet title(String title) {
        return meta("noroshi:title", Jsoup.parse(title).text()).named(title);
    }

    private Sheet named(String title) {
        page.title(Jsoup.parse(title).text());
        return this;
    }

    Sheet meta(String name, @Nullable String value) {
        if (value != null && !value.isBlank())
            page.head().appendElement("meta").attr("name", name).attr("content", value.strip());
        return this;
    }

    /** @param html as the item has it: may be plain text, whose lines are then paragraphs */
    Sheet body(String html, boolean automaticParagraphs) {
        Element main = java.util.Objects.requireNonNull(page.selectFirst("main"));
        boolean marked = html.contains("<p") || html.contains("<P") || html.contains("<div") || html.contains("<br");
        main.html(
                automaticParagraphs && !marked
                        ? "<p>"
                                + html.strip()
                                        .replaceAll("\\R\\s*\\R", "</p><p>")
                                        .replaceAll("\\R", "<br>") + "</p>"
                        : html);
        return this;
    }

    Found found(String address, @Nullable Instant modified) {
        return new Found(
                address,
                page.outerHtml().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "text/html; item",
                modified);
    }

    static String text(byte[] content) {
        return Letters.read(content, null).text();
    }
}
