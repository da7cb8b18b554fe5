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

    /** Typed text is escaped for where it stands, and cannot carry the character that marks slots. */
    private static final class Escaping extends OwaspHtmlTemplateOutput {
        Escaping(TemplateOutput output) {
            super(output);
        }

        @Override
        public void writeUserContent(String value) {
            super.writeUserContent(value == null ? "" : Sheet.clean(value));
        }
    }

    private Html() {}

    static byte[] bytes(Template template) {
        var utf8 = new Utf8ByteOutput();
        template.render(new Escaping(utf8));
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
