package noroshi.site.view;

import gg.jte.Content;
import java.util.List;

/** A page that a resident fills in; it posts to its own address. */
public record FormView(
        String title,
        Content lead,
        Content problems,
        List<Field> fields,
        String button,
        Content after,
        List<Link> variants) {

    /** @param hint said beside the label; empty for none */
    public record Field(
            String name,
            String label,
            String hint,
            String kind,
            boolean required,
            int charactersMax,
            String value,
            String autocomplete,
            List<Choice> choices) {}

    public record Choice(String value, String label, String group) {}
}
