package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import noroshi.people.Tokens;
import org.junit.jupiter.api.Test;

class SettingsScreenTest extends DeskTest {

    private static final List<String> SCREENS = List.of(
            "/settings",
            "/settings/officers",
            "/settings/departments",
            "/settings/series",
            "/settings/tokens",
            "/settings/audit");
    private static final Pattern SHOWN_ONCE = Pattern.compile("<code>([^<]{19,})</code>");

    @Test
    void administratorsSeeEveryScreenAndOthersAreToldWhyNot() {
        for (var path : SCREENS) {
            assertThat(admin.get(path).status()).as(path).isEqualTo(200);
            assertThat(sendaiAdmin.get(path).text()).as(path).contains("仙台市").doesNotContain("佐藤（広報担当）");
            var refused = author.get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.text()).contains("管理者だけが使えます", "管理者に依頼してください");
        }
    }

    @Test
    void aNewOfficerGetsAPasswordShownOnceAndChoosesTheirOwn() {
        var added = add(sendaiAdmin, "hanako-1", "仙台 花子", "AUTHOR");
        assertThat(added.text()).contains("職員を追加しました", "いま一度だけ表示しています", "仙台 花子", "初回用パスワード");
        var password = once(added);
        assertThat(sendaiAdmin.get("/settings/officers").text()).doesNotContain(password);
        assertThat(audit(SENDAI, "officer.added").getFirst().detail())
                .contains("仙台 花子", "作成者")
                .doesNotContain(password);

        var hanako = Browser.signedIn("hanako-1", password);
        assertThat(hanako.get("/articles").path()).isEqualTo("/password");
        var elsewhere = Browser.signedIn("hanako-1", password);
        assertThat(elsewhere.get("/password").path()).isEqualTo("/password");
        var wrong = hanako.post(
                "/password", Map.of("now", "wrong", "wanted", "asa-hiru-ban-yoru", "again", "asa-hiru-ban-yoru"));
        assertThat(wrong.text()).contains("いまのパスワードが違います");
        assertThat(hanako.post("/password", Map.of("now", password, "wanted", "short", "again", "short"))
                        .text())
                .contains("12字以上");
        var changed = hanako.post(
                "/password", Map.of("now", password, "wanted", "asa-hiru-ban-yoru", "again", "asa-hiru-ban-yoru"));
        assertThat(changed.text()).contains("パスワードを変更しました");
        assertThat(hanako.get("/articles").path()).isEqualTo("/articles");
        assertThat(elsewhere.get("/password").path()).isEqualTo("/sign-in");
        assertThat(audit(SENDAI, "officer.password-changed")).isNotEmpty();
    }

    @Test
    void whoLeavesIsSignedOutAtOnceAndMayComeBack() {
        var password = once(add(sendaiAdmin, "taro-1", "仙台 太郎", "AUTHOR"));
        var taro = Browser.signedIn("taro-1", password);
        var sheet = "/settings/officers/" + officer(SENDAI, "taro-1").id();
        sendaiAdmin.get(sheet);

        assertThat(sendaiAdmin
                        .post(sheet + "/active", Map.of("active", "false"))
                        .text())
                .contains("利用を止めました", "利用停止");
        assertThat(taro.get("/inquiries").path()).isEqualTo("/sign-in");
        assertThat(sendaiAdmin.post(sheet + "/active", Map.of("active", "true")).text())
                .contains("利用を再開しました");
        assertThat(audit(SENDAI, "officer.deactivated").getFirst().subject()).isEqualTo("officer:taro-1");
        var again = once(sendaiAdmin.post(sheet + "/password", Map.of()));
        assertThat(again).isNotEqualTo(password);
        Browser.signedIn("taro-1", again);
    }

    @Test
    void theLastAdministratorStays() {
        var sheet = "/settings/officers/" + officer(SENDAI, "sendai-kakari").id();
        sendaiAdmin.get(sheet);
        var changed = sendaiAdmin.post(sheet, Map.of("name", "変えた名前", "department", "somu", "roles", "AUTHOR"));

        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.html()).contains("ただ一人の管理者です", "value=\"変えた名前\"");
        assertThat(sendaiAdmin
                        .post(sheet + "/active", Map.of("active", "false"))
                        .text())
                .contains("自分自身の利用は止められません");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays() {
        sendaiAdmin.get("/settings/officers");
        var taken = sendaiAdmin.post(
                "/settings/officers",
                Map.of("login", "sato", "name", "佐藤 次郎", "department", "somu", "roles", "AUTHOR"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.html()).contains("すでに使われています", "value=\"佐藤 次郎\"");
        assertThat(sendaiAdmin
                        .post("/settings/officers", Map.of("login", "Ａ", "name", "x"))
                        .text())
                .contains("半角の英小文字");
    }

    @Test
    void aTownsAdministratorReachesNoOtherTown() {
        long sato = officer(MIYAGI, "sato").id();
        assertThat(sendaiAdmin.get("/settings/officers/" + sato).status()).isEqualTo(404);
        assertThat(sendaiAdmin
                        .post("/settings/officers/%d/password".formatted(sato), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(sendaiAdmin
                        .post("/settings/officers/%d/password".formatted(sato), Map.of("government", MIYAGI))
                        .status())
                .isEqualTo(403);
        assertThat(sendaiAdmin.get("/settings/audit?government=" + MIYAGI).status())
                .isEqualTo(403);
    }

    @Test
    void anActByAnAuthorIsRefusedByTheUseCase() {
        author.get("/inquiries");
        long sato = officer(MIYAGI, "sato").id();
        assertThat(author.post(
                                "/settings/officers/" + sato,
                                Map.of("name", "佐藤", "department", "kouhou", "roles", "ADMINISTRATOR"))
                        .status())
                .isEqualTo(403);
        assertThat(author.post("/settings/tokens", Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(author.post("/settings/series/press", Map.of("name", "x", "approvals", "0"))
                        .status())
                .isEqualTo(403);
        assertThat(author.post("/settings/departments/kouhou", Map.of("name", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDepartmentsContactIsChangedOnTheRecordAndAnnounced() {
        sendaiAdmin.get("/settings/departments/bosai");
        var wrong = sendaiAdmin.post("/settings/departments/bosai", Map.of("name", "防災課", "phone", "二二二"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("半角の数字", "value=\"二二二\"");

        var changed = sendaiAdmin.post(
                "/settings/departments/bosai",
                Map.of("name", "<b>防災課</b>", "phone", "022-000-9999", "email", "bosai@sendai.example.jp"));
        assertThat(changed.html()).contains("022-000-9999", "&lt;b&gt;防災課").doesNotContain("<b>防災課");
        assertThat(audit(SENDAI, "department.changed").getFirst().detail()).contains("022-000-9999");
    }

    @Test
    void aSeriesNeedsAsManyApprovalsAsItIsTold() {
        admin.get("/settings/series/musubi");
        var changed = admin.post(
                "/settings/series/musubi", Map.of("name", "むすび丸だより", "description", "観光の話題です。", "approvals", "2"));
        assertThat(changed.text()).contains("媒体を変更しました", "むすび丸だより", "2人");
        assertThat(audit(MIYAGI, "series.changed").getFirst().detail()).contains("→2人");

        var wrong = admin.post("/settings/series/musubi", Map.of("name", "", "approvals", "12"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("1〜60字", "value=\"12\"");
    }

    @Test
    void aTokenIsShownOnceWorksAndIsRevoked() {
        admin.get("/settings/tokens");
        var me = String.valueOf(officer(MIYAGI, "sato").id());
        var none = admin.post("/settings/tokens", Map.of("name", "庁内の表示", "officer", me, "scopes", ""));
        assertThat(none.html()).contains("1つ以上選んでください", "value=\"庁内の表示\"");
        var issued =
                admin.post("/settings/tokens", Map.of("name", "庁内の表示", "officer", me, "scopes", "READ", "days", "30"));
        var token = once(issued);
        assertThat(token).startsWith(Tokens.PREFIX);
        assertThat(admin.get("/settings/tokens").html()).doesNotContain(token);
        assertThat(audit(MIYAGI, "token.issued").getFirst().officer())
                .isEqualTo(officer(MIYAGI, "admin").id());
        var id = audit(MIYAGI, "token.issued").getFirst().subject().replace("token:", "");

        assertThat(sendaiAdmin
                        .post("/settings/tokens/%s/revoke".formatted(id), Map.of())
                        .text())
                .contains("すでに取り消されています");
        assertThat(office.bean(Tokens.class)
                        .find(token, office.bean(java.time.Clock.class).instant()))
                .isPresent();
        assertThat(admin.post("/settings/tokens/%s/revoke".formatted(id), Map.of())
                        .text())
                .contains("APIトークンを取り消しました", "取消済み");
        assertThat(office.bean(Tokens.class)
                        .find(token, office.bean(java.time.Clock.class).instant()))
                .isEmpty();
    }

    @Test
    void theRecordIsSearchedByActSubjectAndOfficer() {
        admin.get("/settings/tokens");
        admin.post(
                "/settings/tokens",
                Map.of("name", "記録の確認", "officer", "" + officer(MIYAGI, "admin").id(), "scopes", "READ"));
        var found = admin.get(
                "/settings/audit?act=token&officer=" + officer(MIYAGI, "admin").id());
        assertThat(found.text()).contains("APIトークンの発行", "記録の確認").doesNotContain("サインインの失敗 officer");
        assertThat(admin.get("/settings/audit?subject=nothing-of-the-kind").text())
                .contains("当てはまる記録はありません");
        assertThat(admin.get("/settings/audit?before=1").text()).contains("当てはまる記録はありません");
    }

    private Browser.Page add(Browser browser, String login, String name, String role) {
        browser.get("/settings/officers");
        return browser.post(
                "/settings/officers", Map.of("login", login, "name", name, "department", "koho", "roles", role));
    }

    private static String once(Browser.Page page) {
        var found = SHOWN_ONCE.matcher(page.html());
        assertThat(found.find())
                .as("something is shown once on %s", page.text())
                .isTrue();
        return found.group(1);
    }
}
