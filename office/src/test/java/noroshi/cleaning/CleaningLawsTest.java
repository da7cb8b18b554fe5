package noroshi.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import noroshi.publishing.Markdown;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What must hold of whatever anybody pastes: of pages made by chance from pieces as bad as they come. */
class CleaningLawsTest {

    private static final int PAGES = Integer.getInteger("noroshi.laws", 1_000);
    private static final Pattern TOKEN = Pattern.compile("語[0-9]+終");
    private static final String[] BLOCKS = {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "blockquote",
        "center",
        "section",
        "address",
        "ul",
        "ol",
        "dl",
        "table",
        "figure",
        "pre"
    };
    private static final String[] INLINES = {
        "b", "strong", "i", "em", "span", "font", "u", "a", "code", "s", "sup", "small", "o:p", "kbd"
    };
    private static final String[] DANGERS = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1) alt=''>",
        "<a href='javascript:alert(1)'></a>",
        "<svg onload=alert(1)></svg>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<!--[if mso]><p>見えない</p><![endif]-->",
        "<style>p{color:red}</style>",
        "<p style='display:none'>隠れた</p>",
        "</div></p>",
        "<table>",
        "<b>",
        "<![if !supportLists]>"
    };
    private static final String[] MARKUP = {
        "*", "_", "[", "]", "(x)", "#", "- ", "1. ", "> ", "|", "`", "\\", "<", "&amp;", "!", "~~~", ":::", "==", "「",
        "」", "。", "&nbsp;", "　", "\n", "\r\n", "\\|", "[^1]"
    };

    @Test
    void wordsStayInTheirOrder() {
        forAll(html -> assertThat(
                        tokens(Jsoup.parse(Markdown.render(clean(html)).html()).text()))
                .isEqualTo(tokens(expected(html))));
    }

    @Test
    void cleaningTwiceIsCleaningOnce() {
        forAll(html -> {
            var once = clean(html);
            assertThat(clean(Markdown.render(once).html())).isEqualTo(once);
        });
    }

    /** What chance found once, so that it stays found. */
    @Test
    void marksThatStandTooCloseStaySeparate() {
        assertThat(clean("<a href=/x>案内　</a>次")).isEqualTo("[案内](/x)　次\n");
        assertThat(clean("ほら<b>!</b><a href=/x>案内</a>")).isEqualTo("ほら\\![案内](/x)\n");
        assertThat(clean("<code>a</code><a href=/x><code>b</code>c</a>")).isEqualTo("`a`[bc](/x)\n");
        assertThat(clean("<p>前<blockquote><iframe src='javascript:x'></iframe></blockquote><p>後"))
                .isEqualTo("前\n\n後\n");
        assertThat(clean("<table><tr><td>a<td>b<tr><td>c\\|d<td>e</table>")).contains("| c\\\\\\|d | e |");
        assertThat(clean("次の\n<a href=/x>案内</a>\nと\n<b>注意</b>\nを")).isEqualTo("次の[案内](/x)と**注意**を\n");
    }

    @Test
    void nothingComesAlongThatActs() {
        forAll(html -> assertThat(Markdown.render(clean(html)).html())
                .doesNotContainPattern("(?i)<(script|iframe|svg|style|object|form|input)\\b")
                .doesNotContainPattern("(?i)(href|src)=\"\\s*(javascript|data|vbscript):")
                .doesNotContainPattern("<[^>]* on[a-z]+=")
                .doesNotContain("隠れた"));
    }

    @Test
    void notesStandAtALineOfTheText() {
        forAll(html -> {
            var cleaned = Cleaning.html(html, Wishes.PASTE);
            int lines = (int) Math.max(1, cleaned.markdown().lines().count());
            assertThat(cleaned.notes()).allMatch(note -> note.line() >= 1 && note.line() <= lines);
        });
    }

    @Test
    void plainTextKeepsItsWordsToo() {
        forAll(html -> {
            var text = Jsoup.parse(html).wholeText();
            assertThat(tokens(Jsoup.parse(Markdown.render(Cleaning.text(text).markdown())
                                    .html())
                            .text()))
                    .isEqualTo(tokens(text));
        });
    }

    @Test
    void depthAndLengthMadeToBreakTheReaderDoNot() {
        for (var piece : List.of(
                "<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<a href=/a>", "<font>", "<p>")) {
            var cleaned = Cleaning.html(piece.repeat(2_000) + "深い", Wishes.PASTE);
            assertThat(cleaned.markdown()).contains("深い");
        }
        assertThat(Cleaning.html("<td colspan=9999 rowspan=9999>".repeat(500) + "幅", Wishes.PASTE)
                        .markdown())
                .contains("幅");
    }

    private static String clean(String html) {
        return Cleaning.html(html, Wishes.PASTE).markdown();
    }

    /** What a browser would show. */
    private static String expected(String html) {
        var page = Jsoup.parse(html);
        page.select("script,style,[style*=display:none],svg,iframe").remove();
        return page.text();
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(match -> match.group()).toList();
    }

    private static void forAll(java.util.function.Consumer<String> law) {
        for (long seed = 1; seed <= PAGES; seed++) {
            var html = new Page(seed).make();
            try {
                law.accept(html);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed %d: %s\n→ %s".formatted(seed, html, clean(html)), e);
            }
        }
    }

    private static final class Page {

        private final RandomGenerator random;
        private int words;

        Page(long seed) {
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        }

        String make() {
            var page = new StringBuilder();
            int blocks = 1 + random.nextInt(4);
            for (int i = 0; i < blocks; i++) page.append(block(0));
            return page.toString();
        }

        private String block(int depth) {
            if (random.nextInt(12) == 0) return one(DANGERS);
            var name = one(BLOCKS);
            return switch (name) {
                case "ul", "ol" -> "<%s>%s</%s>".formatted(name, many(() -> "<li>" + content(depth) + "</li>"), name);
                case "dl" -> "<dl>" + many(() -> "<dt>" + inline(2) + "</dt><dd>" + content(depth) + "</dd>") + "</dl>";
                case "table" -> table(depth);
                case "pre" -> "<pre>" + text() + "</pre>";
                default -> "<%s>%s</%s>".formatted(name, content(depth), name);
            };
        }

        private String table(int depth) {
            int columns = 1 + random.nextInt(4);
            var head = random.nextBoolean() ? "th" : "td";
            var rows = new ArrayList<String>();
            for (int row = 0; row < 1 + random.nextInt(3); row++) {
                var cells = new StringBuilder();
                for (int i = 0; i < columns; i++) {
                    var cell = row == 0 ? head : "td";
                    cells.append("<%s>%s</%s>"
                            .formatted(
                                    cell, depth < 2 && random.nextInt(5) == 0 ? content(depth + 1) : inline(2), cell));
                }
                rows.add("<tr>" + cells + "</tr>");
            }
            return "<table>" + String.join("", rows) + "</table>";
        }

        private String content(int depth) {
            return depth < 3 && random.nextInt(3) == 0 ? inline(1) + block(depth + 1) + inline(1) : inline(3);
        }

        private String inline(int most) {
            var out = new StringBuilder();
            int pieces = 1 + random.nextInt(most);
            for (int i = 0; i < pieces; i++) {
                int kind = random.nextInt(6);
                if (kind < 3) out.append(text());
                else if (kind == 3) out.append("<br>");
                else {
                    var name = one(INLINES);
                    out.append(name.equals("a") ? "<a href='/x'>" : "<" + name + ">")
                            .append(inline(2))
                            .append("</" + name + ">");
                }
            }
            return out.toString();
        }

        private String text() {
            var out = new StringBuilder();
            for (int i = 0; i <= random.nextInt(3); i++) {
                if (random.nextInt(3) == 0) out.append(one(MARKUP));
                out.append("語").append(++words).append("終");
                if (random.nextInt(3) == 0) out.append(one(MARKUP));
                if (random.nextInt(4) == 0) out.append(' ');
            }
            return out.toString();
        }

        private String many(java.util.function.Supplier<String> one) {
            var out = new StringBuilder();
            for (int i = 0; i <= random.nextInt(3); i++) out.append(one.get());
            return out.toString();
        }

        private String one(String[] from) {
            return from[random.nextInt(from.length)];
        }
    }
}
