package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import noroshi.people.Officers;
import noroshi.platform.RunningOffice;
import noroshi.platform.Tenancy;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome;
import noroshi.publishing.ReviseArticle;
import org.junit.jupiter.api.Test;

/** Writing: brought in from elsewhere, kept, found again; phrases, prepared pages and page forms. All of it without JavaScript. */
class WritingScreensTest {

    private final Visitor sato = Visitor.signedIn("sato");
    private final Visitor admin = Visitor.signedIn("admin");
    private final Visitor kiki = Visitor.signedIn("kiki");

    @Test
    void whatIsPastedIsCleanedIntoTheBody() {
        sato.get("/articles/new");
        var fields = ArticleScreensTest.form("貼り付け", "前の文", "0");
        fields.put("paste", "・水\n・食料\n\n区\t人数\n青葉\t10\n");
        fields.put("act", "paste");
        var page = sato.post("/articles/new", fields).is(200).says("前の文");
        assertThat(page.html()).contains("<li>水</li>", "<th scope=\"col\">区</th>");

        fields.put("paste", "<p class=MsoNormal><b>太字</b><script>alert(1)</script></p>");
        assertThat(sato.post("/articles/new", fields).is(200).html())
                .contains("<strong>太字</strong>")
                .doesNotContain("alert(1)");
    }

    @Test
    void theScriptIsAnsweredWithMarkdownAndNotes() {
        sato.get("/articles/new");
        var answer = sato.post("/write/clean", Map.of("html", "<h1>題</h1><ul><li>甲</ul><img src=file:///x alt=写真>"));
        assertThat(answer.is(200).html()).contains("## 題\\n\\n- 甲").contains("「写真」は貼り付けでは入りません");
        assertThat(sato.post("/write/preview", Map.of("title", "令和8年4月1日（月）", "body", "①です。"))
                        .is(200)
                        .html())
                .contains("題名", "data-from=");
    }

    @Test
    void aWordDocumentBecomesADraftAndABombIsRefused() throws IOException {
        sato.get("/articles/new");
        var fields = ArticleScreensTest.form("", "", "0");
        fields.put("act", "docx");
        var document =
                "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>給水所を開きます。</w:t></w:r></w:p></w:body></w:document>";
        sato.upload(
                        "/articles/new",
                        fields,
                        "docx",
                        "給水所の開設.docx",
                        zip("word/document.xml", document.getBytes(StandardCharsets.UTF_8)))
                .is(200)
                .says("給水所を開きます。");
        sato.upload("/articles/new", fields, "docx", "爆弾.docx", zip("word/document.xml", new byte[20_000_000]))
                .is(200)
                .says("大きくなりすぎるため");
    }

    @Test
    void whatWasTypedIsOfferedAgainUntilItIsSaved() {
        var koho = Visitor.signedIn("suzuki");
        koho.get("/articles/new");
        koho.post(
                        "/write/keep",
                        Map.of("article", "0", "title", "書きかけの題", "body", "書きかけの本文", "series", "news", "once", "x"))
                .is(200);

        koho.get("/articles/new").is(200).says("保存していない入力が残っています");
        var again =
                koho.post("/write/new/kept", Map.of("act", "restore")).is(200).says("書きかけの本文");
        assertThat(Visitor.signedIn("sato").get("/articles/new").text()).doesNotContain("書きかけの本文");
        var fields = ArticleScreensTest.form("書きかけの題", "書きかけの本文", "0");
        fields.put("once", again.hidden("once"));
        koho.post("/articles/new", fields).is(200).says("下書きを保存しました");
        assertThat(koho.get("/articles/new").text()).doesNotContain("保存していない入力");
    }

    @Test
    void aTooLongTextIsNotKeptAndSaidSo() {
        sato.get("/articles/new");
        sato.post("/write/keep", Map.of("body", "長".repeat(410_000))).is(413).says("自動保存できません");
    }

    @Test
    void pagesOfTheSiteAreFoundByTheirWords() {
        var found = sato.get("/write/pages?q=" + java.net.URLEncoder.encode("津波", StandardCharsets.UTF_8))
                .is(200);
        assertThat(found.html()).contains("](article:");
        assertThat(sato.get("/write/pages.json?q=" + java.net.URLEncoder.encode("広報課", StandardCharsets.UTF_8))
                        .is(200)
                        .html())
                .contains("/departments/kouhou/");
    }

    @Test
    void aTableOfTwoHundredColumnsIsRefusedAtItsLine() {
        sato.get("/articles/new");
        var body = "前\n\n" + "| a ".repeat(200) + "|\n" + "|---".repeat(200) + "|\n";
        sato.post("/articles/new", ArticleScreensTest.form("広い表", body, "0"))
                .is(422)
                .says("3行目の表が200列あります");
    }

    @Test
    void phrasesAreKeptByThoseWhoMayAndPutIntoTexts() {
        admin.get("/snippets/new");
        admin.post("/snippets", Map.of("id", "0", "name", "試しの文", "body", "試しの定型文です。", "department", ""))
                .is(200)
                .says("試しの文");
        sato.get("/snippets/new");
        sato.post("/snippets", Map.of("id", "0", "name", "全庁の文", "body", "文", "department", ""))
                .is(403);
        var form = sato.get("/articles/new").is(200);
        var id = form.first("<option value=\"(\\d+)\">試しの文");
        var fields = ArticleScreensTest.form("定型文", "前", "0");
        fields.putAll(Map.of("act", "snippet", "snippet", id));
        sato.post("/articles/new", fields).is(200).says("試しの定型文です。");
    }

    @Test
    void aPreparedPageIsPublicInTwoTaps() {
        var list = kiki.get("/emergency/prepared").is(200).says("断水", "津波");
        var path = list.first("href=\"(/emergency/prepared/\\d+)\"[^>]*>空欄を埋めて発信する<span class=\"sr\">：断水");
        var form = kiki.get(path).is(200).says("場所", "開始");
        var fields = new HashMap<>(Map.of("once", form.hidden("once"), "act", "confirm"));
        kiki.post(path, fields).is(422).says("「場所」が入力されていません");
        fillIn(form.html(), fields);
        kiki.post(path, fields, List.of("042021")).is(200).says("緊急発信の確認", "石巻市渡波で断水しています");
        fields.put("act", "publish");
        kiki.post(path, fields, List.of("042021")).is(200).says("緊急発信しました");
        sato.get(path).is(403);
    }

    /** Whatever the fields are called: the demonstration's blanks. */
    private static void fillIn(String html, Map<String, String> fields) {
        var values = Map.of(
                "場所",
                "石巻市渡波",
                "開始",
                "2026-04-01T09:00",
                "世帯",
                "1200",
                "原因",
                "地震",
                "給水所",
                "・渡波中学校",
                "電話",
                "022-000-1007",
                "復旧の見込み",
                "確認中");
        values.forEach((name, value) -> {
            var label = java.util.regex.Pattern.compile("<label for=\"(blank-\\d+)\">" + name)
                    .matcher(html);
            if (label.find()) fields.put(label.group(1), value);
        });
    }

    @Test
    void anArticleOfAFormKeepsItsFieldsAndIsWrittenFromThem() {
        sato.get("/forms/tenders/new").is(200).says("入札書の提出期限");
        var fields =
                new HashMap<>(Map.of("title", "橋の点検業務", "basedOn", "0", "once", "form-test-1", "change", "update"));
        sato.post("/forms/tenders/new", fields).is(422).says("「種別」がありません");
        fields.putAll(Map.of(
                "field-kind",
                "業務委託",
                "field-deadline",
                "2030-04-01",
                "field-price",
                "１，２００，０００円",
                "field-outline",
                "橋を点検します。",
                "field-office",
                "doro"));
        var article = sato.post("/forms/tenders/new", fields).is(200).says("1,200,000円", "2030年4月1日（月曜日）", "橋を点検します。");
        var id = article.path().replaceAll("\\D", "");
        sato.get("/articles/" + id + "/edit").is(200).says("入札公告の記事を直す");
        assertThat(sato.get("/forms/articles/" + id).html()).contains("value=\"1200000\"");

        writtenOverTheApi(Long.parseLong(id));
        assertThat(sato.get("/forms/articles/" + id).is(200).html()).contains("value=\"1200000\"");
        sato.post("/articles/" + id + "/editions/1/restore", Map.of("edition", "2"))
                .is(200)
                .says("第3版の下書き");
        assertThat(sato.get("/forms/articles/" + id).is(200).html()).contains("value=\"1200000\"");
    }

    /** The API knows no fields: it writes a body. */
    private static void writtenOverTheApi(long article) {
        var office = RunningOffice.instance();
        var officer = office
                .bean(Tenancy.class)
                .in("040002", () -> office.bean(Officers.class).list("040002"))
                .stream()
                .filter(one -> one.login().equals("sato"))
                .findFirst()
                .orElseThrow();
        var outcome = office.bean(ReviseArticle.class)
                .handle(new ReviseArticle.Command(
                        "040002",
                        article,
                        1,
                        Content.of("橋の点検業務", "", "橋を二つ点検します。"),
                        Change.update(),
                        officer,
                        Instant.now()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aFormIsDefinedByAnAdministratorAndEachChangeIsANewVersion() {
        sato.get("/forms/define").is(403);
        admin.get("/forms/define").is(200);
        var fields = new HashMap<>(Map.of(
                "code",
                "",
                "version",
                "0",
                "name",
                "手続",
                "series",
                "procedures",
                "label-0",
                "受付",
                "type-0",
                "date",
                "listed-0",
                "1",
                "label-1",
                "区分",
                "type-1",
                "choice"));
        admin.post("/forms/define", fields).is(422).says("「区分」の選択肢");
        fields.put("options-1", "窓口、郵送");
        admin.post("/forms/define", fields).is(200).says("第1版を保存しました");
        fields.putAll(Map.of("code", "procedures", "label-2", "手数料", "type-2", "money"));
        admin.post("/forms/define", fields).is(422).says("先に変更しました");
        fields.put("version", "1");
        admin.post("/forms/define", fields).is(200).says("第2版を保存しました");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
