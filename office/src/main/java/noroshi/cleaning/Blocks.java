package noroshi.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** An element's content as blocks, one below the other. */
final class Blocks {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "legend",
            "li",
            "listing",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "plaintext",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "caption",
            "x-note",
            "xmp");
    private static final int DEPTH_MAX = 60;
    private static final int FIRST_LEVEL = 2;

    private final Wishes wishes;
    private final HeadingLevels levels;
    private int depth;
    private int level = FIRST_LEVEL - 1;

    Blocks(Wishes wishes, HeadingLevels levels) {
        this.wishes = wishes;
        this.levels = levels;
    }

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName()) || HeadingLevels.isHeading(element);
    }

    /** Also an inline element that wraps blocks, as Google's documents and old pages have. */
    private static boolean holdsBlocks(Element element) {
        return isBlock(element) || element.getAllElements().stream().anyMatch(Blocks::isBlock);
    }

    List<Block> of(Element parent) {
        if (depth >= DEPTH_MAX) return words(List.of(new TextNode(parent.text())));
        depth++;
        var blocks = new ArrayList<Block>();
        var run = new ArrayList<Node>();
        for (var child : parent.childNodes()) {
            if (child instanceof Element element && holdsBlocks(element)) {
                blocks.addAll(words(run));
                run.clear();
                blocks.addAll(block(element));
            } else run.add(child);
        }
        blocks.addAll(words(run));
        depth--;
        return FakeLists.read(blocks);
    }

    private List<Block> block(Element element) {
        if (HeadingLevels.isHeading(element)) return heading(element);
        return switch (element.normalName()) {
            case "ul", "menu", "dir" -> list(element, 0);
            case "ol" -> list(element, start(element));
            case "li" -> List.of(new Block.Items(0, List.of(of(element))));
            case "dl" -> definitions(element);
            case "dt" -> strong(element);
            case "table" -> new Tables(wishes, this).of(element);
            case "blockquote" -> {
                var inner = of(element);
                boolean silent = inner.stream().allMatch(b -> b instanceof Block.Remark);
                yield silent ? inner : List.of(new Block.Quote(inner));
            }
            case "pre", "xmp", "listing", "plaintext" -> code(element);
            case "hr" -> List.of(new Block.Lines(List.of("---")));
            case "figure" -> figure(element);
            case "x-note" ->
                List.of(new Block.Lines(List.of("[^%s]: %s"
                        .formatted(
                                element.attr("n"),
                                new Inlines(wishes).of(element).replace('\n', ' ')))));
            case "p" -> element.hasClass("MsoTitle") ? strong(element) : of(element);
            case "summary", "legend" -> strong(element);
            default -> of(element);
        };
    }

    private List<Block> heading(Element heading) {
        var inlines = new Inlines(wishes).plain();
        var text = Spaces.oneLine(inlines.of(heading));
        var blocks = new ArrayList<>(inlines.remarks());
        if (text.isEmpty()) return blocks;
        // A heading inside a list or a table would break it in two for those who listen.
        if (heading.closest("li,td,th") != null) blocks.add(new Block.Words("**" + text + "**"));
        else blocks.add(new Block.Heading(next(levels.of(heading, FIRST_LEVEL)), text));
        return blocks;
    }

    /** No level is skipped on the way down. */
    private int next(int wanted) {
        level = Math.max(FIRST_LEVEL, Math.min(wanted, level + 1));
        return level;
    }

    private List<Block> strong(Element element) {
        var bold = new Element("p").appendChild(new Element("b").appendChildren(List.copyOf(element.childNodes())));
        return holdsOnlyWords(bold) ? words(List.of(bold.child(0))) : of(bold.child(0));
    }

    private static boolean holdsOnlyWords(Element element) {
        return element.child(0).getAllElements().stream().noneMatch(Blocks::isBlock);
    }

    private static int start(Element list) {
        return list.attr("start").matches("[0-9]{1,8}") ? Math.max(1, Integer.parseInt(list.attr("start"))) : 1;
    }

    private List<Block> list(Element list, int first) {
        var items = new ArrayList<List<Block>>();
        for (var child : list.children()) {
            var blocks = child.normalName().equals("li") ? of(child) : block(child);
            boolean nested = !child.normalName().equals("li") && !items.isEmpty();
            if (blocks.stream().allMatch(b -> b instanceof Block.Remark)) continue;
            // A list directly inside a list belongs to the item before it, as browsers show it.
            if (nested) {
                var joined = new ArrayList<>(items.removeLast());
                joined.addAll(blocks);
                items.add(joined);
            } else items.add(blocks);
        }
        return items.isEmpty() ? List.of() : List.of(new Block.Items(first, items));
    }

    private List<Block> definitions(Element list) {
        var blocks = new ArrayList<Block>();
        for (var child : list.children()) blocks.addAll(holdsBlocks(child) ? block(child) : of(child));
        return blocks;
    }

    private static List<Block> code(Element pre) {
        var text = Characters.tidy(pre.wholeText().replace("\r\n", "\n"), false).stripTrailing();
        if (text.isBlank()) return List.of();
        var fence = "`".repeat(Math.max(3, longestTicks(text) + 1));
        var lines = new ArrayList<String>();
        lines.add(fence);
        text.lines().forEach(lines::add);
        lines.add(fence);
        return List.of(new Block.Lines(lines));
    }

    /** In one pass: a text of nothing else must not cost its square. */
    private static int longestTicks(String text) {
        int longest = 0;
        int ticks = 0;
        for (int i = 0; i < text.length(); i++) {
            ticks = text.charAt(i) == '`' ? ticks + 1 : 0;
            longest = Math.max(longest, ticks);
        }
        return longest;
    }

    /** One image with its words below: the image's title, which is shown as a caption. */
    private List<Block> figure(Element figure) {
        var images = figure.select("img");
        var captions = figure.select("figcaption");
        if (images.size() != 1 || captions.size() != 1 || !captions.getFirst().hasText()) return of(figure);
        var image = images.getFirst();
        if (wishes.image().apply(image.attr("src").strip()).isEmpty()) return of(figure);
        image.attr("title", Characters.tidy(captions.getFirst().text(), wishes.narrow()))
                .attr("data-caption", "");
        return words(List.of(image));
    }

    List<Block> words(List<Node> nodes) {
        if (nodes.isEmpty()) return List.of();
        var inlines = new Inlines(wishes);
        var text = inlines.of(nodes);
        var blocks = new ArrayList<>(inlines.remarks());
        blocks.addAll(PlainLines.paragraphs(text));
        return blocks;
    }
}
