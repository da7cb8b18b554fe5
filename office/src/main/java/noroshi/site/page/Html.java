package noroshi.site.page;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;

/** Runs a precompiled template: a plain call, no engine, no reflection. */
final class Html {

    /** A generated template with its view bound, e.g. {@code out -> JtearticleGenerated.render(out, null, view)}. */
    interface Template {
        void render(HtmlTemplateOutput output);
    }

    private Html() {}

    static byte[] bytes(Template template) {
        var utf8 = new Utf8ByteOutput();
        template.render(new OwaspHtmlTemplateOutput(utf8));
        return utf8.toByteArray();
    }

    static String text(Template template) {
        return new String(bytes(template), StandardCharsets.UTF_8);
    }

    /** The same as content of another template. */
    static gg.jte.Content content(Template template) {
        return (TemplateOutput output) -> {
            // A nested template escapes by itself; the outer output must not escape again.
            output.writeContent(text(template));
        };
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
