package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReorganisationScreenTest extends DeskTest {

    private static final String ALL = "/settings/reorganisations";

    private Browser.Page created(String name) {
        var page = sendaiAdmin.post(ALL, Map.of("name", name));
        assertThat(page.text()).contains("計画をつくりました");
        return page;
    }

    private static String version(Browser.Page page) {
        return page.html().replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private Browser.Page add(String path, String kind, Map<String, String> fields) {
        var form = sendaiAdmin.get(path + "/add/" + kind
                + (fields.containsKey("code") && !kind.equals("found") ? "?code=" + fields.get("code") : ""));
        var all = new java.util.HashMap<>(fields);
        all.put("version", version(form));
        return sendaiAdmin.post(path + "/add/" + kind, all);
    }

    @Test
    void aPlanIsWrittenRehearsedFixedLoosenedAndCancelled() {
        var path = created("秋の改正").path();
        var founded = add(path, "found", Map.of("code", "dx", "name", "DX推進課", "phone", "022-000-9999"));
        assertThat(founded.text()).contains("「DX推進課」（dx）を新設します", "差し支えは見つかりませんでした");

        var circle = add(path, "move", Map.of("code", "dx", "name", "DX推進課", "parent", "dx"));
        assertThat(circle.text()).contains("このままでは実行できません", "自分自身の下");
        var refused = sendaiAdmin.post(path + "/fix", Map.of("version", version(circle), "date", "2999-04-01"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("何も変わっていません");

        var removed = sendaiAdmin.post(path + "/acts/1/remove", Map.of("version", version(circle)));
        assertThat(removed.text()).contains("1件取り除きました");
        var yesterday = sendaiAdmin.post(path + "/fix", Map.of("version", version(removed), "date", "2001-01-01"));
        assertThat(yesterday.status()).isEqualTo(422);
        assertThat(yesterday.text()).contains("過ぎた日時には予約できません");

        var fixed = sendaiAdmin.post(path + "/fix", Map.of("version", version(removed), "date", "2999-04-01"));
        assertThat(fixed.text()).contains("予約しました", "2999年4月1日", "予約を解く");
        var overtaken = sendaiAdmin.post(path + "/cancel", Map.of("version", version(removed)));
        assertThat(overtaken.status()).isEqualTo(409);
        var loosened = sendaiAdmin.post(path + "/loosen", Map.of("version", version(fixed)));
        assertThat(loosened.text()).contains("予約を解きました");
        assertThat(sendaiAdmin
                        .post(path + "/cancel", Map.of("version", version(loosened)))
                        .text())
                .contains("取りやめました");
        assertThat(audit(SENDAI, "reorganisation.cancelled")).isNotEmpty();
    }

    @Test
    void everyFormOpensAndSaysWhatIsMissing() {
        var path = created("様式").path();
        for (var kind : new String[] {"found", "move", "merge", "split", "close", "readdress"}) {
            assertThat(sendaiAdmin.get(path + "/add/" + kind).status()).as(kind).isEqualTo(200);
            var empty = sendaiAdmin.post(path + "/add/" + kind, Map.of("version", "1"));
            assertThat(empty.status()).as(kind).isEqualTo(422);
            assertThat(empty.text()).as(kind).contains("まだ保存していません");
        }
        assertThat(author.get(path).status()).isEqualTo(403);
    }
}
