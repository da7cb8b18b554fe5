package noroshi.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** A page of the office: a precompiled template and what it shows. */
final class Screen implements View {

    private static final TemplateEngine TEMPLATES = templates();

    private final String template;
    private final Map<String, Object> shown = new LinkedHashMap<>();
    private int status = HttpServletResponse.SC_OK;

    private Screen(String template) {
        this.template = template;
    }

    /** @param template below desk/, without its ending, e.g. {@code home} */
    static Screen of(String template, Frame frame) {
        return new Screen(template).with("frame", frame);
    }

    Screen with(String name, Object value) {
        shown.put(name, value);
        return this;
    }

    Screen status(int code) {
        status = code;
        return this;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = new Utf8ByteOutput();
        TEMPLATES.render("desk/" + template + ".jte", shown, page);
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setContentLength(page.getContentLength());
        response.setHeader("Cache-Control", "no-store");
        try (var out = response.getOutputStream()) {
            page.writeTo(out);
        }
    }

    private static TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "noroshi.jte");
    }
}
