package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonScreensTest extends DeskTest {

    @Test
    void aPersonIsRecordedFoundNotedAndThenProtected() {
        var address = recorded();
        found(address);
        hidden(address);
    }

    private String recorded() {
        author.get("/persons/new");
        var recorded = author.post(
                "/persons",
                Map.of(
                        "family",
                        "山田",
                        "given",
                        "太郎",
                        "familyKana",
                        "やまだ",
                        "givenKana",
                        "たろう",
                        "city",
                        "石巻市",
                        "street",
                        "1-2-3",
                        "shelter",
                        "門脇中学校",
                        "source",
                        "窓口"));
        assertThat(recorded.text()).contains("登録しました", "山田 太郎", "入所", "門脇中学校", "公表：未確認");
        return recorded.path();
    }

    private void found(String address) {
        author.get("/persons");
        var found = author.post("/persons/search", Map.of("name", "Yamada Tarou"));
        assertThat(found.text()).contains("見つかった人", "山田 太郎");
        assertThat(author.post("/persons/search", Map.of("name", "山田次郎")).text())
                .contains("見つかりませんでした");

        author.get(address);
        var noted = author.post(
                address + "/notes", Map.of("happening", "SAID", "status", "believed_alive", "words", "会いました。"));
        assertThat(noted.text()).contains("書き込みました", "会いました。", "無事という情報があります");
        var agreed = author.post(address + "/consent", Map.of("version", "1", "consent", "given"));
        assertThat(agreed.text()).contains("公表：同意あり");
        var late = author.post(address + "/consent", Map.of("version", "1", "consent", "refused"));
        assertThat(late.status()).isEqualTo(409);
    }

    private void hidden(String address) {
        author.get(address);
        var hidden = author.post(address + "/protect", Map.of("version", "2"));
        assertThat(hidden.text()).contains("保護しました").doesNotContain("山田 太郎");
        assertThat(author.get(address).status()).isEqualTo(404);
        assertThat(author.post("/persons/search", Map.of("name", "山田太郎")).text())
                .contains("見つかりませんでした");
    }

    @Test
    void everyScreenOfPersonsOpens() {
        for (var path : List.of(
                "/persons",
                "/persons/new",
                "/persons/duplicates",
                "/persons/lists",
                "/persons/unidentified",
                "/persons/files"))
            assertThat(author.get(path).status()).as(path).isEqualTo(200);
        assertThat(author.get("/persons/protected").status()).isEqualTo(403);
        author.get("/persons/lists");
        var drafted = author.post("/persons/lists", Map.of("kind", "unaccounted", "event", "地震"));
        assertThat(drafted.text()).contains("安否不明者の氏名（地震）", "承認待ち");
        author.get("/persons/unidentified");
        var unknown = author.post(
                "/persons/unidentified",
                Map.of(
                        "foundAt",
                        "2026-03-11T15:00",
                        "foundPlace",
                        "門脇海岸",
                        "ageFrom",
                        "40",
                        "ageTo",
                        "50",
                        "clothing",
                        "青い上着"));
        assertThat(unknown.text()).contains("40〜50歳くらい", "青い上着", "身元不明");
        var wrong = author.post("/persons", Map.of("family", "", "given", ""));
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void aTownSeesNothingOfAnothersPersons() {
        sendaiAuthor.get("/persons/new");
        var recorded = sendaiAuthor.post("/persons", Map.of("family", "仙台", "given", "花子"));
        assertThat(author.get(recorded.path()).status()).isEqualTo(404);
        author.get("/persons");
        assertThat(author.post("/persons/search", Map.of("name", "仙台花子")).text())
                .contains("見つかりませんでした");
    }
}
