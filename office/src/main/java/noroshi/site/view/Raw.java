package noroshi.site.view;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Markup that is written as it is. Made by this program only, never from what people typed. */
public record Raw(String html) implements Content {

    public static final Raw NOTHING = new Raw("");

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public boolean isEmptyContent() {
        return html.isEmpty();
    }
}
