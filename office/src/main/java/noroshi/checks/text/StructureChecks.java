package noroshi.checks.text;

import java.util.Locale;
import java.util.regex.Pattern;
import noroshi.checks.Draft;
import noroshi.checks.Rule;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Headings, pictures, links and tables of a text in Markdown. */
final class StructureChecks {

    private static final Pattern FILE_NAME = Pattern.compile(
            "(?i)[\\w%.~ -]+\\.(png|jpe?g|gif|webp|bmp|svg|tiff?|heic|avif)|(img|dscn?|image|photo|画像|写真)[ _-]?\\d*");
    private static final Pattern FILE = Pattern.compile("(?i)[^?#]*\\.(pdf|docx?|xlsx?|pptx?|csv|zip)([?#].*)?");

    private StructureChecks() {}

    static void look(SourceText text, Draft draft, Remarks remarks) {
        headings(text, remarks);
        for (var image : text.all(Image.class)) image(image, remarks);
        for (var link : text.all(Link.class)) link(text, draft, link, remarks);
        for (var table : text.all(TableBlock.class)) table(table, remarks);
    }

    private static void headings(SourceText text, Remarks remarks) {
        int before = 0;
        for (var heading : text.all(Heading.class)) {
            int from = SourceText.from(heading);
            int to = SourceText.to(heading);
            int level = heading.getLevel();
            if (heading.getFirstChild() == null)
                remarks.add(Rule.HEADING_NAME, from, to, "見出しに文字がありません。見出しを入れるか、削除してください。", "");
            if (before > 0 && level > before + 1) skipped(text, from, to, before, level, remarks);
            before = before > 0 ? Math.min(level, before + 1) : level;
        }
    }

    /** The signs of the heading are the repair; a heading underlined with signs has none. */
    private static void skipped(SourceText text, int from, int to, int before, int level, Remarks remarks) {
        var reason = "見出しの段階が%dから%dへ飛んでいます。読み上げで構成が分かるよう、順に使ってください。".formatted(before, level);
        var signs = "#".repeat(level);
        if (text.source.startsWith(signs, from))
            remarks.add(Rule.HEADING_ORDER, from, from + level, reason, "#".repeat(before + 1));
        else remarks.add(Rule.HEADING_ORDER, from, to, reason);
    }

    private static void image(Image image, Remarks remarks) {
        int from = SourceText.from(image);
        int to = SourceText.to(image);
        var alt = SourceText.text(image);
        if (alt.isEmpty()) remarks.add(Rule.IMAGE_NAME, from, to, "画像に代替テキストがありません。![画像の説明](…) のように、画像が伝える内容を書いてください。");
        else if (FILE_NAME.matcher(alt).matches())
            remarks.add(Rule.ALT_FILE_NAME, from, to, "代替テキスト「" + alt + "」はファイル名のようです。画像が伝える内容を書いてください。");
    }

    private static void link(SourceText text, Draft draft, Link link, Remarks remarks) {
        int from = SourceText.from(link);
        int to = SourceText.to(link);
        var dead = draft.deadLinks().get(link.getDestination());
        if (dead != null) remarks.add(draft.deadLink(), from, to, dead);
        var words = SourceText.text(link);
        if (words.isEmpty()) {
            remarks.add(Rule.LINK_NAME, from, to, "リンクに文字がありません。行き先の分かる言葉を入れてください。");
            return;
        }
        if (LinkWords.isVague(words))
            remarks.add(Rule.LINK_TEXT, from, to, "リンクの文字「" + words + "」だけでは行き先が分かりません。行き先の題名などをリンクの文字にしてください。");
        file(text, draft, link, words, remarks);
    }

    private static void file(SourceText text, Draft draft, Link link, String words, Remarks remarks) {
        var known = draft.files().get(link.getDestination());
        var named = FILE.matcher(link.getDestination());
        if (known == null && !named.matches()) return;
        int from = SourceText.from(link);
        int to = SourceText.to(link);
        var after = text.source.substring(to, Math.min(text.source.length(), to + 20));
        if (!LinkWords.tellsTypeAndSize(words + after)) {
            var reason = "リンク先は%sファイルです。開く前に分かるよう、種類と大きさを添えてください（例：（PDF：120KB））。"
                    .formatted((known == null ? named.group(1) : known.extension()).toUpperCase(Locale.ROOT));
            Node last = link.getLastChild();
            if (known == null || last == null) remarks.add(Rule.LINK_FILE, from, to, reason);
            else
                remarks.add(
                        Rule.LINK_FILE,
                        SourceText.to(last),
                        SourceText.to(last),
                        reason,
                        "（" + known.described() + "）");
        }
        if (known != null && !known.isTagged())
            remarks.add(
                    Rule.PDF_TAGS,
                    from,
                    to,
                    "このPDFにはタグがなく、読み上げの順序や見出しが伝わりません。作成元のソフトで「タグ付きPDF」として保存し直すか、内容を本文にも書いてください。");
    }

    private static void table(TableBlock table, Remarks remarks) {
        if (!(table.getFirstChild() instanceof TableHead head)) return;
        int cells = 0;
        int empty = 0;
        var row = head.getFirstChild();
        for (Node cell = row == null ? null : row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (!(cell instanceof TableCell)) continue;
            cells++;
            if (SourceText.text(cell).isEmpty() && cell != row.getFirstChild()) empty++;
        }
        int from = SourceText.from(table);
        if (cells > 0 && empty == cells - 1 && SourceText.text(head).isEmpty())
            remarks.add(Rule.TABLE_WITHOUT_HEADERS, from, SourceText.to(head), "表の見出しの行が空です。それぞれの列が何かを、1行目に書いてください。");
        else if (empty > 0)
            remarks.add(
                    Rule.TABLE_WITHOUT_HEADERS,
                    from,
                    SourceText.to(head),
                    "表の見出しに空のセルが%d個あります。列が何かを書いてください。".formatted(empty));
    }
}
