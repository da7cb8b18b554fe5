package noroshi.moving.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OldPageTest {

    private static final OldPage.Site ALONE =
            new OldPage.Site(Map.of(), 1, Set.of(" - 山元町"), "http://www.town.example.jp");

    private static final Target.Book BOOK = address -> switch (address) {
        case "/kikaku/b.html" -> new Target.Page(12, "計画のページ");
        case "/img/photo.jpg" -> new Target.File("/media/" + "a".repeat(64) + ".jpg", true, "photo.jpg", 1000);
        case "/kikaku/a.pdf" -> new Target.File("/media/" + "b".repeat(64) + ".pdf", false, "a.pdf", 1000);
        default -> new Target.Lost("移した資料の中にありません");
    };

    private static OldPage.Converted convert(String html) {
        return OldPage.parse("/kikaku/a.html", html).convert(ALONE, BOOK);
    }

    @Test
    void aTableThatOnlyArrangedThePageIsUnrolledAndOneOfFactsStays() {
        var page = convert("""
                <HTML><HEAD><TITLE>給水のお知らせ - 山元町</TITLE></HEAD><BODY BGCOLOR=white onload="start()">
                <TABLE WIDTH="100%" BORDER=0><TR><TD><H1>給水のお知らせ</H1><P>次の場所で給水します。
                <TABLE BORDER=1><TR><TD>場所<TD>時刻<TR><TD>役場前<TD>9時から|正午</TABLE>
                <IMG SRC=../img/spacer.gif WIDTH=1 HEIGHT=10></TD></TR></TABLE><SCRIPT>alert(1)</SCRIPT></BODY></HTML>""");

        assertThat(page.title()).isEqualTo("給水のお知らせ");
        assertThat(page.body()).isEqualTo("""
                次の場所で給水します。

                | 場所 | 時刻 |
                | --- | --- |
                | 役場前 | 9時から\\|正午 |""");
        assertThat(page.remarks()).extracting(Remark::rule).contains("scripts", "table-without-headers");
    }

    /** One thread moves every government's sites: a page costs about as much as it is long. Each of these once took minutes. */
    @Test
    void aPageMadeToHoldUpTheOthersDoesNot() {
        for (var html : List.of(
                "<p>語<img src=" + "spacer1".repeat(50_000) + "x>",
                "<p>語<pre>" + "`".repeat(500_000) + "</pre>",
                "<p>語<table border=1><tr>" + "<td colspan=100>あ".repeat(50_000) + "</table>"))
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                assertThat(OldPage.parse("/kikaku/a.html", html).survey().blocks())
                        .isNotEmpty();
                assertThat(convert(html).body()).contains("語");
            });
    }

    @Test
    void linksLeadToWhatWasMovedAndThoseToNothingKeepTheirWords() {
        var page = convert("""
                <title>x</title><p><a href="b.html#top">計画</a>と<a href="../kikaku/a.pdf">資料</a>、
                <a href="http://www.town.example.jp/kikaku/b.html">同じ</a>、<a href="lost.html">ない</a>、
                <a href="https://www.jma.go.jp/a(b).html">気象庁</a>、<a href="javascript:go()">動き</a><a href="#x">上へ</a></p>
                <p><img src="/img/photo.jpg" alt="役場[本庁]"><img src="/img/none.jpg" alt="なし"></p>""");

        assertThat(page.body()).isEqualTo("""
                [計画](article:12)と[資料](/media/%s.pdf)、[同じ](article:12)、ない、[気象庁](https://www.jma.go.jp/a%%28b%%29.html)、動き上へ

                ![役場\\[本庁\\]](/media/%s.jpg)なし""".formatted("b".repeat(64), "a".repeat(64)));
        assertThat(page.links()).containsExactly("/kikaku/b.html", "/kikaku/a.pdf", "/kikaku/lost.html");
        assertThat(page.remarks()).extracting(Remark::words).anyMatch(words -> words.contains("lost.html"));
    }

    @Test
    void whatStandsOnManyPagesIsTakenOffBothEnds() {
        var around =
                "<div>山元町役場ホームページ</div><div><a href=/>トップ</a> <a href=/k/>くらし</a></div>%s<div>電話 0223-37-1111（代表）</div><p><a href=#t>トップへ戻る</a></p>";
        var survey = OldPage.parse("/x.html", around.formatted("<p>ほか</p>")).survey();
        var counts = new java.util.HashMap<Long, Integer>();
        survey.blocks().forEach(block -> counts.put(block, 90));
        var site = new OldPage.Site(counts, 100, Set.of(), "");

        var page = OldPage.parse(
                        "/y.html",
                        around.formatted("<h2>ごみの出し方</h2><p>山元町役場ホームページ</p><p>朝8時までに出します。</p><p>更新日：平成23年3月11日</p>"))
                .convert(site, BOOK);

        assertThat(page.title()).isEqualTo("ごみの出し方");
        assertThat(page.body()).isEqualTo("山元町役場ホームページ\n\n朝8時までに出します。");
        assertThat(page.changedAt()).contains(Instant.parse("2011-03-10T15:00:00Z"));
        assertThat(page.around()).contains("0223-37-1111");
    }

    @Test
    void aMenuAloneHasNothingOfItsOwn() {
        var menu = "<title>空</title><body><a href=/k/>くらし</a><br><a href=/b/>防災</a><br>";
        var counts = new java.util.HashMap<Long, Integer>();
        OldPage.parse("/a.html", menu).survey().blocks().forEach(block -> counts.put(block, 90));

        var page = OldPage.parse("/kara.html", menu).convert(new OldPage.Site(counts, 100, Set.of(), ""), BOOK);

        assertThat(page.body()).isEmpty();
    }

    @Test
    void listsLineEndsAndMarksComeThroughAsTheyWereMeant() {
        var page = convert(
                "<title>t</title><body>1. 受付<br>2. 検査<br><br><b>大切</b>なこと *印<ul><li>一<ul><li>二</ul><li>三</ul><dl><dt>語<dd>意味</dl><pre>a\n  b</pre>");

        assertThat(page.body()).isEqualTo("""
                1. 受付
                2. 検査

                **大切**なこと \\*印

                - 一
                  - 二
                - 三

                **語**

                意味

                ```
                a
                  b
                ```""");
    }

    @Test
    void aFramesetIsKnownByItsFrames() {
        var survey = OldPage.parse(
                        "/",
                        "<frameset cols='20%,80%'><frame src=menu.htm name=Menu><frame src=main.htm name=MAIN></frameset>")
                .survey();

        assertThat(survey.frames())
                .containsExactly(new OldPage.Frame("menu", "menu.htm"), new OldPage.Frame("main", "main.htm"));
    }

    @Test
    void lettersAreBelievedOnlyWhenTheyCanBeReadThatWay() {
        var text = "<html><head><title>宮城県からのお知らせ</title></head><body>大津波警報が発表されました。①髙橋</body></html>";
        for (var charset : List.of("UTF-8", "windows-31j", "EUC-JP")) {
            var written = charset.equals("EUC-JP") ? text.replace("①髙橋", "") : text;
            var bytes = written.getBytes(Charset.forName(charset));
            assertThat(Letters.read(bytes, null).text()).as(charset).isEqualTo(written);
            assertThat(Letters.read(bytes, "iso-8859-1").text()).as(charset).isEqualTo(written);
            assertThat(Letters.read(bytes, charset.equals("UTF-8") ? "Shift_JIS" : "UTF-8")
                            .text())
                    .as("told wrongly: " + charset)
                    .isEqualTo(written);
        }
        assertThat(Letters.read("日本".getBytes(Charset.forName("ISO-2022-JP")), null)
                        .text())
                .isEqualTo("日本");
    }

    @Test
    void datesAreReadInErasNumbersAndNames() {
        var eleventh = Instant.parse("2011-03-10T15:00:00Z");
        assertThat(OldDates.changed("最終更新日：平成２３年３月１１日")).contains(eleventh);
        assertThat(OldDates.changed("更新日 2011/3/11")).contains(eleventh);
        assertThat(OldDates.changed("更新：H23.3.11")).contains(eleventh);
        assertThat(OldDates.published("掲載日：2011年03月11日（金）更新日：2012年1月1日")).contains(eleventh);
        assertThat(OldDates.any("令和元年5月1日")).contains(Instant.parse("2019-04-30T15:00:00Z"));
        assertThat(OldDates.inAddress("/news/20110311_a.html")).contains(eleventh);
        assertThat(OldDates.inAddress("/kisya/h230311.htm")).contains(eleventh);
        assertThat(OldDates.any("平成23年2月30日")).isEmpty();
        assertThat(OldDates.any("昭和30年4月1日")).isEmpty();
        assertThat(OldDates.machine("2011-03-11T14:46:00+09:00")).contains(Instant.parse("2011-03-11T05:46:00Z"));
    }

    @Test
    void addressesAreWrittenOneWay() {
        assertThat(Addresses.resolve("/a/b/c.html", "../x/./y.html?id=1#z", "")).isEqualTo("/a/x/y.html?id=1");
        assertThat(Addresses.resolve("/a/b.html", "../../../top.html", "")).isEqualTo("/top.html");
        assertThat(Addresses.resolve("/a/b.html", "お知らせ.html", ""))
                .isEqualTo("/a/%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B.html");
        assertThat(Addresses.resolve("/a/b.html", "HTTP://WWW.Town.example.jp/k/", "http://www.town.example.jp"))
                .isEqualTo("/k/");
        assertThat(Addresses.resolve(
                        "/a/b.html", "http://www.town.example.jp.evil.example/", "http://www.town.example.jp"))
                .isNull();
        assertThat(Addresses.resolve("/a/b.html", "mailto:a@b.jp", "")).isNull();
        assertThat(Addresses.spellings("/k/index.html")).containsExactly("/k/index.html", "/k/", "/k", "/k/index.htm");
    }

    @Test
    void whatManyTitlesShareIsNoTitle() {
        assertThat(SiteNames.of(List.of("ごみ | 山元町", "水道 | 山元町", "税 | 山元町", "防災 | 山元町")))
                .contains(" | 山元町");
    }

    @Test
    void hostilePagesAreReadOrRefusedQuickly() {
        var deep = "<div>".repeat(20_000) + "文" + "<table><tr><td>".repeat(500);
        assertThat(convert(deep).body()).contains("文");
        var wide = "<table border=1>" + ("<tr>" + "<td>値".repeat(200)).repeat(3) + "</table><p>後";
        assertThat(convert(wide).body()).contains("- 値：値").contains("後");
        var link = "<a href=b.html>" + "[長い]".repeat(20_000) + "<img src=/img/photo.jpg alt=絵></a>";
        assertThat(convert(link).body()).contains("(article:12)");
    }
}
