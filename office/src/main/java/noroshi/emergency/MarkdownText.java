package noroshi.emergency;

import java.util.List;

/** Writes Markdown from texts that may hold anything. */
final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    /** The text with every character that Markdown would act on made harmless. */
    static String escaped(String raw) {
        var safe = new StringBuilder(raw.length() + 16);
        for (char c : raw.strip().toCharArray()) {
            if ("\\`*_{}[]<>()#+-!|~&".indexOf(c) >= 0) safe.append('\\');
            safe.append(c);
        }
        return safe.toString();
    }

    MarkdownText heading(String heading) {
        text.append("## ").append(escaped(heading)).append("\n\n");
        return this;
    }

    MarkdownText subheading(String heading) {
        text.append("### ").append(escaped(heading)).append("\n\n");
        return this;
    }

    /** One paragraph; the lines of the raw text stay lines. */
    MarkdownText paragraph(String raw) {
        if (raw.isBlank()) return this;
        var lines = raw.strip().lines().map(MarkdownText::escaped).toList();
        text.append(String.join("  \n", lines)).append("\n\n");
        return this;
    }

    MarkdownText bullets(List<String> items) {
        for (var item : items) text.append("* ").append(escaped(oneLine(item))).append('\n');
        text.append('\n');
        return this;
    }

    /** Nothing where there are no rows. */
    MarkdownText table(List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) return this;
        row(header);
        row(header.stream().map(h -> "---").toList(), false);
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void row(List<String> cells) {
        row(cells, true);
    }

    private void row(List<String> cells, boolean escape) {
        text.append('|');
        for (var cell : cells)
            text.append(' ').append(escape ? escaped(oneLine(cell)) : cell).append(" |");
        text.append('\n');
    }

    private static String oneLine(String raw) {
        return raw.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
