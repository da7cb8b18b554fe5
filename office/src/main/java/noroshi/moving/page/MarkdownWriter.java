package noroshi.moving.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** An old page's own part in Markdown: headings, paragraphs, lists, tables, links to what was moved. No tag survives. */
final class MarkdownWriter {

    private static final int DEPTH_MAX = 60;
    private static final int LISTS_DEPTH_MAX = 8;

    private final Lines lines;
    private final List<Remark> remarks;

    MarkdownWriter(String address, String origin, Target.Book book, List<Remark> remarks) {
        this.remarks = remarks;
        this.lines = new Lines(address, origin, book, remarks);
    }

    String write(Element main) {
        var body = String.join("\n\n", blocks(main, 0)).strip();
        var lost = new LinkedHashSet<>(lines.lost());
        for (var one : lost) remarks.add(Remark.warning("link", one));
        return body;
    }

    List<String> links() {
        return List.copyOf(lines.links());
    }

    private List<String> blocks(Element parent, int depth) {
        var blocks = new ArrayList<String>();
        if (depth > DEPTH_MAX) {
            add(blocks, Lines.escaped(parent.text()));
            return blocks;
        }
        var run = new ArrayList<Node>();
        for (var child : parent.childNodes()) {
            if (!Tags.isBlock(child)) {
                run.add(child);
                continue;
            }
            paragraph(blocks, run);
            block(blocks, (Element) child, depth);
        }
        paragraph(blocks, run);
        return blocks;
    }

    private void paragraph(List<String> blocks, List<Node> run) {
        if (!run.isEmpty()) for (var text : lines.paragraphs(run)) add(blocks, text);
        run.clear();
    }

    private static void add(List<String> blocks, String block) {
        if (!block.isBlank()) blocks.add(block.strip());
    }

    private void block(List<String> blocks, Element element, int depth) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(blocks, element);
            case "ul", "ol", "menu", "dir" -> add(blocks, list(element, 0, depth));
            case "dl" -> add(blocks, definitions(element, depth));
            case "pre" -> add(blocks, fenced(element.wholeText()));
            case "blockquote" -> add(blocks, quoted(String.join("\n\n", blocks(element, depth + 1))));
            case "table" -> {
                var table = new TableWriter(lines, remarks).write(element);
                blocks.addAll(table.stream().filter(text -> !text.isBlank()).toList());
            }
            case "iframe" -> add(blocks, lines.frame(element));
            case "hr" -> {}
            case "li" -> add(blocks, "- " + String.join(" ", blocks(element, depth + 1)));
            default -> blocks.addAll(blocks(element, depth + 1));
        }
    }

    /** A heading in pictures keeps what the pictures say. */
    private void heading(List<String> blocks, Element element) {
        var text = lines.one(element).replaceAll("\\\\\n|\n", " ").strip();
        if (text.isBlank()) return;
        int level = element.normalName().charAt(1) - '0';
        add(blocks, "#".repeat(Math.clamp(level, 1, 6)) + " " + text);
    }

    private String list(Element list, int lists, int depth) {
        var out = new StringBuilder();
        int number = 1;
        boolean ordered = list.normalName().equals("ol");
        for (var child : list.children()) {
            if (Tags.isBlank(child)) continue;
            if (child.normalName().matches("ul|ol") && lists < LISTS_DEPTH_MAX) {
                // A list directly in a list: belongs to the item before it.
                out.append(indented(list(child, lists + 1, depth + 1), 3, true)).append('\n');
                continue;
            }
            var mark = ordered ? number++ + ". " : "- ";
            out.append(mark)
                    .append(indented(item(child, lists, depth + 1), mark.length(), false))
                    .append('\n');
        }
        return out.toString();
    }

    private String item(Element item, int lists, int depth) {
        var blocks = new ArrayList<String>();
        var run = new ArrayList<Node>();
        for (var child : item.childNodes()) {
            if (!Tags.isBlock(child)) {
                run.add(child);
                continue;
            }
            paragraph(blocks, run);
            var inner = (Element) child;
            if (inner.normalName().matches("ul|ol") && lists < LISTS_DEPTH_MAX)
                add(blocks, list(inner, lists + 1, depth));
            else block(blocks, inner, depth);
        }
        paragraph(blocks, run);
        var text = new StringBuilder();
        for (var block : blocks) {
            boolean close = block.startsWith("- ") || block.startsWith("1. ");
            if (!text.isEmpty()) text.append(close ? "\n" : "\n\n");
            text.append(block);
        }
        return text.isEmpty() ? " " : text.toString();
    }

    private static String indented(String text, int spaces, boolean first) {
        var pad = " ".repeat(spaces);
        var out = text.lines().map(line -> line.isBlank() ? "" : pad + line).collect(Collectors.joining("\n"));
        return first ? out : out.startsWith(pad) ? out.substring(spaces) : out;
    }

    private String definitions(Element list, int depth) {
        var out = new StringBuilder();
        for (var child : list.select("> dt, > dd, > div > dt, > div > dd")) {
            if (child.normalName().equals("dt")) {
                var term = lines.one(child).replaceAll("\\\\\n|\n", " ").strip();
                if (!term.isEmpty()) out.append("- ").append(Lines.strong(term)).append('\n');
                continue;
            }
            var text = item(child, 1, depth + 1).strip();
            if (text.isEmpty()) continue;
            if (!out.isEmpty() && text.startsWith("- ")) {
                // A list below the term: it stands there by itself.
                out.append(indented(text, 2, true)).append('\n');
                continue;
            }
            out.append(out.isEmpty() ? "- " : "  - ")
                    .append(indented(text, out.isEmpty() ? 2 : 4, false))
                    .append('\n');
        }
        return out.toString();
    }

    private static String fenced(String text) {
        var fence = "```";
        while (text.contains(fence)) fence += "`";
        return text.isBlank()
                ? ""
                : fence + "\n" + text.replaceFirst("^\\n", "").stripTrailing() + "\n" + fence;
    }

    private static String quoted(String text) {
        return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
