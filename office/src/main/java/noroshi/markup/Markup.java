package noroshi.markup;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;

/** What a parser must know to read officers' texts. */
public final class Markup {

    /** For parsers. */
    public static final List<Extension> READING =
            List.of(TablesExtension.create(), new FootnoteParser.Reading(), new CalloutParser.Reading());

    /** For renderers, beside {@link MarkupHtml}. */
    public static final List<Extension> WRITING = List.of(TablesExtension.create());

    private Markup() {}
}
