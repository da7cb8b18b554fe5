package noroshi.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * A municipal site as they were: one half in CP932, tables for layout, frames, tags in capitals that nobody closed, images without a word,
 * spacers, navigation on every page, dates in eras, broken links, pages that say the same twice or share an address. The same seed makes the same site.
 */
public final class OldSite {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final List<String> SECTIONS = List.of(
            "kurashi", "kosodate", "bousai", "kanko", "sangyo", "gikai", "zaisei", "boshu", "shisetsu", "gyosei");
    private static final List<String> NAMES = List.of("くらし", "子育て", "防災", "観光", "産業", "議会", "財政", "募集", "施設", "行政");
    private static final List<String> DEPARTMENTS = List.of("総務課", "町民生活課", "保健福祉課", "産業振興課", "まち整備課");
    private static final List<String> TOPICS = List.of(
            "ごみの収集", "水道の使用開始", "予防接種", "固定資産税", "避難訓練", "図書館の休館", "道路工事", "農地の転用", "入札の結果", "議会の傍聴", "保育所の入所", "健康診査");
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] SPACER =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Path folder;
    private final Random random;
    private final List<String> addresses = new ArrayList<>();
    private int pages;

    private OldSite(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** @param pages HTML files in all; @param addresses of them, from the slash */
    public record Made(int pages, List<String> addresses) {
        public Made {
            addresses = List.copyOf(addresses);
        }
    }

    /** @param pages about so many; the exact number is in the answer */
    public static Made write(Path folder, int pages, long seed) {
        var site = new OldSite(folder, seed);
        try {
            site.files();
            site.frames();
            for (int i = 0; i < pages - 16; i++) site.article(i);
            site.indexes();
            site.trouble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Made(site.pages, site.addresses);
    }

    private void files() throws IOException {
        file("/img/spacer.gif", SPACER);
        file("/style.css", "BODY{color:black}".getBytes(StandardCharsets.US_ASCII));
        file("/js/roll.js", "function roll(){}".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 40; i++) file("/img/photo%02d.png".formatted(i), numbered(PICTURE, i));
        for (int i = 0; i < 60; i++)
            file(
                    "/pdf/youkou%02d.pdf".formatted(i),
                    ("%PDF-1.4\n%% " + i + "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
                            .getBytes(StandardCharsets.US_ASCII));
        file("/pdf/ichitaro.jtd", new byte[] {1, 2, 3, 4});
    }

    /** A PNG may carry bytes behind its end: pictures that differ. */
    private static byte[] numbered(byte[] picture, int number) {
        var bytes = java.util.Arrays.copyOf(picture, picture.length + 1);
        bytes[picture.length] = (byte) number;
        return bytes;
    }

    private void frames() throws IOException {
        page(
                "/index.htm",
                "<HTML><HEAD><TITLE>山元町ホームページ</TITLE></HEAD><FRAMESET COLS=\"160,*\"><FRAME SRC=\"menu.htm\" NAME=\"menu\"><FRAME SRC=\"top.htm\" NAME=\"main\"><NOFRAMES><BODY>フレーム対応のブラウザでご覧ください</BODY></NOFRAMES></FRAMESET></HTML>",
                CP932);
        page("/menu.htm", "<HTML><BODY BGCOLOR=#CCFFCC>" + links("", true) + "</BODY></HTML>", CP932);
        page(
                "/top.htm",
                shell(
                        "山元町ホームページ",
                        0,
                        "<H1>ようこそ山元町へ</H1><P>海と山と里のまち、山元町の公式ホームページです。新着情報は各ページをご覧ください。<IMG SRC=img/photo01.png ALT=町の風景 WIDTH=400 HEIGHT=300>",
                        "",
                        0),
                CP932);
    }

    private void indexes() throws IOException {
        for (int i = 0; i < SECTIONS.size(); i++) {
            var list = new StringBuilder("<H2>" + NAMES.get(i) + "の一覧</H2><UL>");
            int section = i;
            addresses.stream()
                    .filter(address -> address.startsWith("/" + SECTIONS.get(section) + "/"))
                    .forEach(address -> list.append("<LI><A HREF=\"")
                            .append(address.replaceFirst("^/[^/]+/", ""))
                            .append("\">")
                            .append(address)
                            .append("のページ</A>\n"));
            page(
                    "/" + SECTIONS.get(i) + "/index.html",
                    shell(NAMES.get(i) + "トップ", i, list + "</UL>", "../", 0),
                    i % 2 == 0 ? CP932 : StandardCharsets.UTF_8);
        }
    }

    private void article(int number) throws IOException {
        int section = number % SECTIONS.size();
        var topic = TOPICS.get(random.nextInt(TOPICS.size()));
        // Every twelfth title stands on several pages.
        var title = number % 12 == 0 ? topic + "について" : topic + "（その" + number + "）";
        var up = number % 5 == 0 ? "../../" : "../";
        var address = "/" + SECTIONS.get(section) + (number % 5 == 0 ? "/h%02d".formatted(18 + number % 8) : "")
                + "/p%04d.%s".formatted(number, number % 7 == 0 ? "htm" : "html");
        page(
                address,
                shell(title, section, body(title, number, up), up, number),
                number % 2 == 0 ? CP932 : StandardCharsets.UTF_8);
    }

    private String body(String title, int number, String up) {
        var body = new StringBuilder(
                number % 3 == 0
                        ? "<FONT SIZE=5 COLOR=navy><B>" + title + "</B></FONT><BR><BR>"
                        : "<H2>" + title + "</H2>");
        body.append("<P>山元町の")
                .append(title)
                .append("をお知らせします。対象は町内にお住まいの")
                .append(20 + number % 60)
                .append("歳以上の方です。<BR>詳しくは次のとおりです。\n");
        body.append("<IMG SRC=\"").append(up).append("img/spacer.gif\" WIDTH=1 HEIGHT=20>");
        if (number % 4 == 0)
            body.append("<TABLE BORDER=1><TR><TD>区分<TD>日時<TD>場所<TR><TD>第")
                    .append(number)
                    .append("回<TD>4月")
                    .append(1 + number % 28)
                    .append("日<TD>役場<TR><TD ROWSPAN=2>追加<TD>5月1日<TD>公民館<TR><TD>6月1日<TD>体育館</TABLE>");
        if (number % 6 == 0)
            body.append("<IMG SRC=\"")
                    .append(up)
                    .append("img/photo%02d.png".formatted(number % 40))
                    .append(number % 12 == 0 ? "\">" : "\" ALT=\"" + title + "の様子\">");
        if (number % 5 == 1)
            body.append("<P><A HREF=\"")
                    .append(up)
                    .append("pdf/youkou%02d.pdf".formatted(number % 60))
                    .append("\">要綱</A>");
        if (number % 50 == 3) body.append("<P><A HREF=\"").append(up).append("pdf/ichitaro.jtd\">様式（一太郎）</A>");
        return links(body, number, up)
                .append("<UL><LI>申込み：窓口または電話<LI>費用：無料</UL>")
                .toString();
    }

    private StringBuilder links(StringBuilder body, int number, String up) {
        if (!addresses.isEmpty()) {
            var other = addresses.get(random.nextInt(addresses.size()));
            body.append("<P>関連：<A HREF=\"")
                    .append(up)
                    .append(other.substring(1))
                    .append("\">")
                    .append("こちらのページ</A>");
        }
        if (number % 9 == 0)
            body.append("<P><A HREF=\"")
                    .append(up)
                    .append("kieta/page")
                    .append(number)
                    .append(".html\">以前のお知らせ</A>");
        if (number % 8 == 0)
            body.append(
                    "<P><A HREF=\"http://www.town.yamamoto.example.jp/gyosei/index.html\" onClick=\"roll()\">行政のページ</A>");
        if (number % 10 == 0)
            body.append("<FORM ACTION=/cgi-bin/mail.cgi><INPUT NAME=a><INPUT TYPE=submit VALUE=送信></FORM>");
        return body;
    }

    /** Navigation, layout and footer that stand on every page. */
    private String shell(String title, int section, String body, String up, int number) {
        var charset = number % 2 == 0 ? "Shift_JIS" : "UTF-8";
        // One in ten says nothing, one in thirty says it wrongly.
        var meta = number % 10 == 9
                ? ""
                : "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset="
                        + (number % 30 == 7 ? "Shift_JIS" : charset) + "\">";
        var department = DEPARTMENTS.get(section % DEPARTMENTS.size());
        return "<HTML><HEAD>" + meta + "<TITLE>" + title + " - 山元町</TITLE><SCRIPT SRC=" + up
                + "js/roll.js></SCRIPT><LINK REL=stylesheet HREF=" + up + "style.css></HEAD>"
                + "<BODY BGCOLOR=white onLoad=\"roll()\"><CENTER><TABLE WIDTH=760 BORDER=0 CELLPADDING=0><TR><TD COLSPAN=2><IMG SRC=\""
                + up
                + "img/spacer.gif\" WIDTH=760 HEIGHT=1><BR><FONT SIZE=+2>山元町役場ホームページ</FONT><TR><TD WIDTH=160 VALIGN=top>"
                + links(up, false)
                + "<TD VALIGN=top><FONT SIZE=2><A HREF=\"" + up + "index.htm\">トップ</A> &gt; <A HREF=\"" + up
                + SECTIONS.get(section) + "/index.html\">" + NAMES.get(section) + "</A> &gt; " + title + "</FONT><HR>"
                + body + "<P ALIGN=right>更新日：" + date(number) + "<P><A HREF=\"#\">トップへ戻る</A><HR></TABLE><P>お問い合わせ："
                + department
                + "　電話 0223-37-111" + section % 10
                + "<BR>Copyright (C) Yamamoto Town. All Rights Reserved.</CENTER></BODY></HTML>";
    }

    private static String links(String up, boolean framed) {
        var links = new StringBuilder();
        for (int i = 0; i < SECTIONS.size(); i++)
            links.append("<A HREF=\"")
                    .append(up)
                    .append(SECTIONS.get(i))
                    .append("/index.html\"")
                    .append(framed ? " TARGET=main" : "")
                    .append(">")
                    .append(NAMES.get(i))
                    .append("</A><BR>\n");
        return links.toString();
    }

    private static String date(int number) {
        int year = 18 + number % 10;
        return switch (number % 3) {
            case 0 -> "平成%d年%d月%d日".formatted(year, 1 + number % 12, 1 + number % 28);
            case 1 -> "%d年%d月%d日".formatted(1988 + year, 1 + number % 12, 1 + number % 28);
            default -> "H%d.%d.%d".formatted(year, 1 + number % 12, 1 + number % 28);
        };
    }

    /** What no importer likes. */
    private void trouble() throws IOException {
        page("/bousai/copy.html", Files.readString(folder.resolve("bousai/p0002.html"), CP932), CP932);
        // The page that a folder shows, twice.
        page("/kanko/index.htm", shell("観光の古い入口", 3, "<H2>観光の古い入口</H2><P>新しい入口をご利用ください。こちらは以前のものです。", "../", 2), CP932);
        page("/kara.html", "<HTML><HEAD><TITLE>空</TITLE></HEAD><BODY>" + links("", false) + "</BODY></HTML>", CP932);
    }

    private void page(String address, String html, Charset charset) throws IOException {
        file(address, html.getBytes(charset));
        addresses.add(address);
        pages++;
    }

    private void file(String address, byte[] content) throws IOException {
        var file = folder.resolve(address.substring(1));
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
