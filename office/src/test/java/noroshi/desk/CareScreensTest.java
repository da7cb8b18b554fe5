package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CareScreensTest extends DeskTest {

    @Test
    void everyScreenOfCareOpens() {
        for (var path : new String[] {
            "/care",
            "/care/pages",
            "/care/links",
            "/care/unread?months=3",
            "/care/twins",
            "/care/orphans",
            "/care/requests",
            "/find?q=a",
            "/phone"
        }) assertThat(admin.get(path).status()).as(path).isEqualTo(200);
    }

    @Test
    void aCheckIsStartedByHandAndSaysSo() {
        admin.get("/care");
        assertThat(admin.post("/care/check", Map.of()).text()).containsAnyOf("点検を始めました", "点検済みです", "すでに進んでいます");
        author.get("/care");
        assertThat(author.post("/care/check", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void whatWasFoundIsATableToTakeAlong() {
        for (var path : new String[] {
            "/care/findings.csv", "/care/links.csv", "/care/unread.csv", "/care/twins.csv", "/care/orphans.csv"
        }) assertThat(admin.get(path).html()).as(path).startsWith("\uFEFF課室,記事番号,題名,アドレス");
    }

    @Test
    void anotherGovernmentsCareIsNotShown() {
        assertThat(sendaiAuthor.get("/care?government=040002").status()).isEqualTo(403);
        assertThat(sendaiAuthor.get("/care/findings.csv?government=040002").status())
                .isEqualTo(403);
        assertThat(sendaiAuthor.get("/find?q=a&government=040002").status()).isEqualTo(403);
    }

    @Test
    void anOfficersScreensAreFoundByTheirWords() {
        assertThat(admin.get("/find?q=%E7%9B%A3%E6%9F%BB").text()).contains("操作の記録");
        assertThat(author.get("/find?q=%E7%9B%A3%E6%9F%BB").text()).doesNotContain("庁内の画面 操作の記録");
    }

    @Test
    void aTelephoneNoteBecomesADraft() {
        author.get("/phone");
        var wrong = author.post("/phone", Map.of("series", "press", "what", "", "once", "screen-1"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("何があったかを");
        var taken =
                author.post("/phone", Map.of("series", "press", "what", "橋が通れない", "place", "閖上大橋", "once", "screen-2"));
        assertThat(taken.text()).contains("電話メモを下書き", "橋が通れない");
        assertThat(author.post("/phone", Map.of("series", "press", "what", "橋が通れない", "once", "screen-2"))
                        .path())
                .startsWith("/articles/");
    }

    @Test
    void theHomeScreenSaysWhatWaits() {
        var home = author.get("/");
        assertThat(home.text()).contains("今日の仕事").containsPattern("令和[0-9]+年（[0-9]{4}年）");
    }

    @Test
    void theRecordIsATableToTakeAlongAndRemembersThat() {
        assertThat(admin.get("/settings/audit.csv?act=officer.").html()).startsWith("\uFEFF番号,時刻,職員番号");
        assertThat(audit(MIYAGI, "audit.exported")).isNotEmpty();
        assertThat(author.get("/settings/audit.csv").status()).isEqualTo(403);
    }
}
