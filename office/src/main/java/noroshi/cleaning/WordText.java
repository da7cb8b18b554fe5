package noroshi.cleaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** WordprocessingML (ECMA-376 part 1 §17) as the HTML that Word itself would put on the clipboard, for the same cleaning. */
final class WordText {

    private final WordFile file;
    private final Map<String, Integer> headings = new HashMap<>();
    private final Map<String, Boolean> numbered = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();

    WordText(WordFile file) throws WordFile.Refused {
        this.file = file;
        styles();
        numbering();
        relations();
    }

    Element body() throws WordFile.Refused {
        var body = new Element("body");
        var word = file.xml("word/document.xml").selectFirst("w|body");
        if (word != null) blocks(word, body);
        notes(body);
        return body;
    }

    /** §17.7.4: a style is a heading by its name in any language's Word, or by its outline level. */
    private void styles() throws WordFile.Refused {
        for (var style : file.xml("word/styles.xml").select("w|style")) {
            var name = value(style, "w|name").toLowerCase(java.util.Locale.ROOT);
            var level = value(style, "w|pPr > w|outlineLvl");
            if (name.matches("heading [1-6]")) headings.put(style.attr("w:styleId"), name.charAt(8) - '0');
            else if (level.matches("[0-5]")) headings.put(style.attr("w:styleId"), level.charAt(0) - '0' + 1);
        }
    }

    /** §17.9: a paragraph names a number definition, which names an abstract one with a format for each level. */
    private void numbering() throws WordFile.Refused {
        var xml = file.xml("word/numbering.xml");
        var formats = new HashMap<String, Boolean>();
        for (var definition : xml.select("w|abstractNum"))
            for (var level : definition.select("> w|lvl"))
                formats.put(
                        definition.attr("w:abstractNumId") + "/" + level.attr("w:ilvl"),
                        !value(level, "w|numFmt").equals("bullet"));
        for (var number : xml.select("w|num")) {
            var definition = value(number, "w|abstractNumId");
            for (int level = 0; level < 9; level++)
                numbered.put(
                        number.attr("w:numId") + "/" + level, formats.getOrDefault(definition + "/" + level, false));
        }
    }

    private void relations() throws WordFile.Refused {
        for (var relation : file.xml("word/_rels/document.xml.rels").select("Relationship"))
            targets.put(relation.attr("Id"), relation.attr("Target"));
    }

    private void blocks(Element from, Element to) {
        for (var child : from.children()) {
            switch (child.normalName()) {
                case "w:p" -> paragraph(child, to);
                case "w:tbl" -> table(child, to);
                // Content controls, tracked insertions: what is inside counts.
                case "w:sdt", "w:sdtcontent", "w:ins", "w:customxml", "w:smarttag" -> blocks(child, to);
                default -> {}
            }
        }
    }

    private void paragraph(Element word, Element to) {
        var style = value(word, "> w|pPr > w|pStyle");
        var number = value(word, "> w|pPr > w|numPr > w|numId");
        var level = value(word, "> w|pPr > w|numPr > w|ilvl");
        var heading = headings.get(style);
        if (heading != null) {
            runs(word, to.appendElement("h" + heading));
            return;
        }
        var paragraph = to.appendElement("p");
        if (style.equals("Title")) paragraph.addClass("MsoTitle");
        if (!number.isEmpty() && !number.equals("0")) mark(paragraph, number, level.matches("[0-8]") ? level : "0");
        runs(word, paragraph);
    }

    private void mark(Element paragraph, String number, String level) {
        boolean counts = numbered.getOrDefault(number + "/" + level, false);
        paragraph.attr("style", "mso-list:l0 level%d lfo1".formatted(level.charAt(0) - '0' + 1));
        var mark = counts ? counters.merge(number + "/" + level, 1, Integer::sum) + "." : "·";
        paragraph.appendElement("span").attr("style", "mso-list:Ignore").text(mark);
    }

    private void runs(Element from, Element to) {
        for (var child : from.children())
            switch (child.normalName()) {
                case "w:r" -> run(child, to);
                case "w:hyperlink" -> {
                    var target = targets.getOrDefault(child.attr("r:id"), "");
                    runs(child, target.isEmpty() ? to : to.appendElement("a").attr("href", target));
                }
                case "w:ins", "w:sdt", "w:sdtcontent", "w:smarttag", "w:fldsimple", "w:customxml" -> runs(child, to);
                default -> {}
            }
    }

    private void run(Element run, Element to) {
        if (on(run, "vanish")) return;
        var into = to;
        if (on(run, "strike") || on(run, "dstrike")) into = into.appendElement("s");
        if (on(run, "b")) into = into.appendElement("b");
        if (on(run, "i")) into = into.appendElement("i");
        if (value(run, "> w|rPr > w|vertAlign").equals("superscript")) into = into.appendElement("sup");
        for (var part : run.children())
            switch (part.normalName()) {
                case "w:t" -> into.appendChild(new TextNode(part.wholeText()));
                case "w:tab" -> into.appendText(" ");
                case "w:br", "w:cr" -> into.appendElement("br");
                case "w:nobreakhyphen" -> into.appendText("-");
                case "w:footnotereference" ->
                    into.appendElement("a")
                            .attr("href", "#_ftn" + part.attr("w:id"))
                            .text("注");
                case "w:drawing", "w:pict", "w:object", "mc:alternatecontent" -> picture(part, into);
                default -> {}
            }
    }

    private void picture(Element drawing, Element to) {
        var reference = drawing.selectFirst("a|blip, v|imagedata");
        if (reference == null) return;
        var id = reference.hasAttr("r:embed") ? reference.attr("r:embed") : reference.attr("r:id");
        var target = targets.getOrDefault(id, "");
        if (target.isEmpty()) return;
        var image = to.appendElement("img").attr("src", "word/" + target.replaceFirst("^/?(word/)?", ""));
        var named = drawing.selectFirst("wp|docPr, pic|cNvPr");
        var words = named == null ? "" : named.attr("descr").isBlank() ? named.attr("title") : named.attr("descr");
        if (!words.isBlank()) image.attr("alt", words.strip());
    }

    private void table(Element word, Element to) {
        var table = to.appendElement("table").appendElement("tbody");
        Map<Integer, Element> above = new HashMap<>();
        for (var row : word.select("> w|tr")) {
            var tr = table.appendElement("tr");
            boolean head = row.selectFirst("> w|trPr > w|tblHeader") != null;
            int column = 0;
            for (var cell : cells(row)) {
                var across = value(cell, "> w|tcPr > w|gridSpan");
                int columns = across.matches("[1-9][0-9]?") ? Integer.parseInt(across) : 1;
                cell(cell, tr, head, column, columns, above);
                column += columns;
            }
        }
    }

    private void cell(Element cell, Element tr, boolean head, int column, int columns, Map<Integer, Element> above) {
        var merge = cell.selectFirst("> w|tcPr > w|vMerge");
        var reaching = above.get(column);
        if (merge != null && !merge.attr("w:val").equals("restart") && reaching != null) {
            int rows = reaching.hasAttr("rowspan") ? Integer.parseInt(reaching.attr("rowspan")) : 1;
            reaching.attr("rowspan", String.valueOf(rows + 1));
            return;
        }
        var td = tr.appendElement(head ? "th" : "td");
        if (columns > 1) td.attr("colspan", String.valueOf(columns));
        above.put(column, td);
        blocks(cell, td);
    }

    private static List<Element> cells(Element row) {
        var cells = new ArrayList<Element>();
        for (var child : row.children()) {
            if (child.normalName().equals("w:tc")) cells.add(child);
            else if (child.normalName().equals("w:sdt")) cells.addAll(child.select("> w|sdtContent > w|tc"));
        }
        return cells;
    }

    private void notes(Element body) throws WordFile.Refused {
        for (var note : file.xml("word/footnotes.xml").select("w|footnote")) {
            var id = note.attr("w:id");
            if (!id.matches("[1-9][0-9]{0,3}")) continue;
            var div = body.appendElement("div").attr("id", "ftn" + id);
            div.appendElement("a").attr("href", "#_ftnref" + id).text("注");
            blocks(note, div);
        }
    }

    /** §17.17.4: a switch is on when it stands there, unless its value says otherwise. */
    private static boolean on(Element run, String name) {
        var found = run.selectFirst("> w|rPr > w|" + name);
        return found != null && !found.attr("w:val").matches("0|false|off");
    }

    private static String value(Element from, String selector) {
        var found = from.selectFirst(selector);
        return found == null ? "" : found.attr("w:val");
    }
}
