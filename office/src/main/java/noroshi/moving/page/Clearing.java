package noroshi.moving.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Takes out what never comes along: programs, looks, forms, invisible spacers; and unrolls tables that only arranged the page. */
final class Clearing {

    private static final int CELL_CHARACTERS_MAX = 300;
    private static final String SPACER =
            "(?i).*(spacer|space|blank|clear|dot|1x1|transparent|trans|shim)\\d*\\.(gif|png)$";

    private final Document page;
    private final List<Remark> remarks = new ArrayList<>();

    private Clearing(Document page) {
        this.page = page;
    }

    /** Changes the page; answers what an officer should know of it. */
    static List<Remark> clean(Document page) {
        var clearing = new Clearing(page);
        clearing.programs();
        clearing.forms();
        clearing.spacers();
        clearing.layoutTables();
        return clearing.remarks;
    }

    private void programs() {
        int scripts = page.select(
                        "script, [onload], [onclick], [onmouseover], [onsubmit], a[href~=(?i)^\\s*javascript:]")
                .size();
        int embedded =
                page.select("object, embed, applet, video, audio, svg, canvas").size();
        page.select(
                        "script, style, link, meta[http-equiv~=(?i)refresh], template, object, embed, applet, video, audio, svg, canvas, noscript, [hidden]")
                .forEach(Element::remove);
        page.forEachNode(node -> {
            if (node instanceof Comment) node.remove();
        });
        page.select("a[href~=(?i)^\\s*javascript:]").forEach(link -> link.removeAttr("href"));
        if (scripts > 0)
            remarks.add(Remark.hint("scripts", "プログラム（%dか所）を外しました。動きが必要だったかを確かめてください。".formatted(scripts)));
        if (embedded > 0)
            remarks.add(Remark.warning("embedded", "埋め込まれた動画や図（%dか所）は移せません。必要なら画像や文書として加えてください。".formatted(embedded)));
    }

    private void forms() {
        var fields = page.select("input:not([type=hidden]), select, textarea, button");
        if (!fields.isEmpty())
            remarks.add(Remark.warning("form", "入力欄（%dか所）は移せません。問い合わせや手続のページへの案内に書き換えてください。".formatted(fields.size())));
        page.select("input, select, textarea, button, datalist").forEach(Element::remove);
    }

    private void spacers() {
        for (var image : page.select("img"))
            if (isTiny(image) || image.attr("src").matches(SPACER)) image.remove();
    }

    private static boolean isTiny(Element image) {
        return size(image, "width") <= 3 || size(image, "height") <= 3;
    }

    private static int size(Element image, String side) {
        var text = image.attr(side).strip();
        return text.matches("\\d{1,5}(px)?") ? Integer.parseInt(text.replace("px", "")) : Integer.MAX_VALUE;
    }

    /** The innermost first, so that a table around a real one is seen for what it is. */
    private void layoutTables() {
        for (var table : page.select("table").reversed()) if (!isData(table)) unroll(table);
    }

    private static boolean isData(Element table) {
        if (table.attr("role").matches("presentation|none")) return false;
        if (table.select("table").size() > 1) return false;
        var rows = table.select("tr");
        int columns =
                rows.stream().mapToInt(row -> row.select("td, th").size()).max().orElse(0);
        if (!table.select("th, caption, thead").isEmpty()) return rows.size() > 1 || columns > 1;
        if (rows.size() < 2 || columns < 2) return false;
        for (var cell : table.select("td"))
            if (cell.text().length() > CELL_CHARACTERS_MAX
                    || cell.select("p").size() > 1
                    || !cell.select("h1, h2, h3, h4, h5, h6, ul, ol, dl, hr, form, div, center")
                            .isEmpty()) return false;
        var border = table.attr("border").strip();
        if (border.matches("[1-9]\\d*")
                || table.hasAttr("summary") && !table.attr("summary").isBlank()) return true;
        return rows.size() >= 3
                && table.select("img").isEmpty()
                && table.select("a").size() * 2 < table.select("td").size();
    }

    /** Looked at last, when only the page's own part is left. */
    static List<Remark> headless(Element main) {
        return main.select("table").stream()
                .filter(table -> table.selectFirst("th, thead") == null)
                .map(table -> Remark.warning("table-without-headers", "見出しのない表があります。最初の行を見出しとしました。合っているかを確かめてください。"))
                .toList();
    }

    private static void unroll(Element table) {
        for (var part : table.select("tbody, thead, tfoot, tr, td, th, caption, colgroup, col")) {
            if (part.closest("table") != table) continue;
            if (part.normalName().startsWith("col")) part.remove();
            else part.tagName("div").clearAttributes();
        }
        table.tagName("div").clearAttributes();
    }
}
