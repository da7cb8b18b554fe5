package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import noroshi.shelters.Shelters;
import org.junit.jupiter.api.Test;

class ShelterScreenTest extends DeskTest {

    private long first() {
        return office.bean(Shelters.class).list(SENDAI).getFirst().id();
    }

    @Test
    void theDemonstrationHolds500SheltersOverAllGovernments() {
        assertThat(tenancy.everywhere(() -> sql.sql("select count(*) from place where kind = 'shelter'")
                        .query(Long.class)
                        .single()))
                .isGreaterThanOrEqualTo(500);
        assertThat(tenancy.everywhere(() -> sql.sql("select count(distinct government) from place")
                        .query(Long.class)
                        .single()))
                .isEqualTo(36);
        assertThat(sendaiAdmin.get("/shelters").text()).contains("避難所", "開設", "更新の予定を過ぎたもの");
    }

    @Test
    void aReportIsPublishedLoggedAndOnTheRecord() {
        long id = first();
        var page = sendaiAuthor.get("/shelters/" + id);
        assertThat(page.status()).isEqualTo(200);
        var told = sendaiAuthor.post(
                "/shelters/" + id + "/report",
                Map.of(
                        "seen",
                        "0",
                        "state",
                        "OPEN",
                        "people",
                        "321",
                        "crowding",
                        "FULL",
                        "water",
                        "NO",
                        "next",
                        "60",
                        "note",
                        "<b>毛布</b>"));

        assertThat(told.text()).contains("321人", "定員一杯", "足りません", "庁内");
        assertThat(told.html()).contains("&lt;b&gt;毛布");
        assertThat(audit(SENDAI, "shelter.reported").getFirst().subject()).isEqualTo("shelter:" + id);
        var wrong = sendaiAuthor.post(
                "/shelters/" + id + "/report",
                Map.of("seen", "0", "state", "OPEN", "people", "たくさん", "crowding", "FULL", "next", "60"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("人数は数字で");
    }

    @Test
    void aCorrectionSaysThatNobodyIsTold() {
        long id = first();
        var form = sendaiAdmin.get("/shelters/" + id + "/edit");
        assertThat(form.text()).contains("避難所の訂正", "お知らせや配信は送られません");
        int version = office.bean(Shelters.class).find(SENDAI, id).orElseThrow().version();
        var saved = sendaiAdmin.post(
                "/shelters/save",
                Map.of(
                        "id",
                        String.valueOf(id),
                        "version",
                        String.valueOf(version),
                        "name",
                        "直した避難所",
                        "address",
                        "仙台市青葉区1",
                        "latitude",
                        "38.27",
                        "longitude",
                        "140.87",
                        "designation",
                        "BOTH"));
        assertThat(saved.text()).contains("直した避難所", "お知らせは送られません");
    }

    @Test
    void whoComesTooLateOrMayNotChangesNothing() {
        long id = first();
        var late = Map.of("id", String.valueOf(id), "version", "-1", "name", "遅れた人", "designation", "BOTH");
        assertThat(sendaiAdmin.post("/shelters/save", late).status()).isEqualTo(409);
        var strange = Map.of("id", "0", "version", "0", "name", "書けない人", "designation", "BOTH");
        assertThat(sendaiAuthor.post("/shelters/save", strange).status()).isEqualTo(403);
    }

    @Test
    void aSheetShowsItsCodesOnceAndAnotherTownsShelterIsMissing() {
        long id = first();
        assertThat(sendaiAdmin.get("/shelters/" + id).html())
                .contains("name=\"endTelephones\" value=\"yes\" checked", "前の用紙で登録した電話の使用を終了する");
        var sheet = sendaiAdmin.post("/shelters/" + id + "/pass", Map.of("endTelephones", "yes"));
        assertThat(audit(SENDAI, "shelter.pass-issued").getFirst().detail()).isEqualTo("telephones ended: 0");
        assertThat(sheet.text()).contains("職員用（掲示しない）", "/041009/shelters/report");
        assertThat(sheet.html()).containsPattern("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(as("ishinomaki-kakari").get("/shelters/" + id).status()).isEqualTo(404);
        assertThat(admin.get("/shelters/import?government=" + SENDAI).text()).contains("一覧の取り込み", "予行する");
    }
}
