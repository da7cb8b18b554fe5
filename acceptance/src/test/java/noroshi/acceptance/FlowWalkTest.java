package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Author, approver with a remark at a place, author, approver, department head, publisher: at a desk, and on a telephone by keyboard alone. */
@ExtendWith(WithDemonstration.class)
class FlowWalkTest {

    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final String BODY = "県庁の1階で開きます。\n\n申込みは電話でお受けします。\n";
    private static final String REPAIRED = "県庁の1階で開きます。\n\n申込みは電話かメールでお受けします。\n";

    @Test
    void anArticleGoesTheWholeRouteAtADesk(Demonstration demonstration) throws IOException {
        walk(demonstration, Hands.MOUSE, 1280, "観光写真展を開きます");
    }

    @Test
    void anArticleGoesTheWholeRouteOnATelephoneByKeyboardAlone(Demonstration demonstration) throws IOException {
        walk(demonstration, Hands.KEYBOARD, 360, "防災写真展を開きます");
    }

    private record Walk(Demonstration demonstration, Hands hands, int width, String title) {}

    private static void walk(Demonstration demonstration, Hands hands, int width, String title) throws IOException {
        var walk = new Walk(demonstration, hands, width, title);
        var id = write(walk);
        remand(walk, id);
        repair(walk, id);
        approve(walk, id, "suzuki", "次は「課長の承認」（あと1人）です");
        approve(walk, id, "ito", "公開担当が公開できます");
        publish(walk, id);
        try (var http = new Http()) {
            var url = demonstration.publicUrl() + "/040002/events/" + id;
            Demonstration.await(url + " shows it", AT_MOST, () -> shows(http, url, title));
            assertThat(http.get(url).text()).contains("電話かメール");
        }
    }

    private static String write(Walk walk) {
        try (var browsing = new Browsing()) {
            var page = at(browsing, walk, "sato", "/articles/new");
            walk.hands().choose(page, "#series", "events");
            walk.hands().write(page, "#title", walk.title());
            walk.hands().write(page, "#body", BODY);
            walk.hands().press(page, "button[value='save-and-request']");
            said(page, "承認を依頼しました");
            assertThat(page.locator(".way-steps").first().innerText()).contains("班長の確認", "課長の承認");
            clean(page);
            return page.url().replaceAll(".*/articles/(\\d+).*", "$1");
        }
    }

    private static void remand(Walk walk, String id) {
        try (var browsing = new Browsing()) {
            var page = at(browsing, walk, "suzuki", "/approvals");
            clean(page);
            walk.hands().press(page, "a[href='/approvals/" + id + "']");
            page.waitForURL("**/approvals/" + id);
            walk.hands().choose(page, "#line", "3");
            walk.hands().write(page, "#quote", "電話");
            walk.hands().write(page, "#remark", "メールでも申し込めるようにしてください。");
            walk.hands().press(page, "form[action$='/remarks'] button");
            said(page, "指摘を加えました");
            assertThat(page.locator(".source mark").innerText()).isEqualTo("電話");
            clean(page);
            walk.hands().write(page, "#comment", "指摘のところを直してください。");
            walk.hands().press(page, "button[value=remand]");
            said(page, "差し戻しました");
        }
    }

    private static void repair(Walk walk, String id) {
        try (var browsing = new Browsing()) {
            var page = at(browsing, walk, "sato", "/articles/" + id);
            assertThat(page.locator(".remark").innerText()).contains("3行目への指摘", "メールでも申し込める");
            clean(page);
            walk.hands().press(page, "a[href='/articles/" + id + "/edit']");
            page.waitForURL("**/edit");
            assertThat(page.locator(".findings").innerText()).contains("メールでも申し込める");
            walk.hands().write(page, "#body", REPAIRED);
            walk.hands().press(page, "button[value='save-and-request']");
            said(page, "承認を依頼しました");
            walk.hands().press(page, "form[action$='/resolve'] button");
            said(page, "指摘を解決にしました");
            assertThat(page.locator(".remark").count()).isZero();
        }
    }

    private static void approve(Walk walk, String id, String login, String said) {
        try (var browsing = new Browsing()) {
            var page = at(browsing, walk, login, "/approvals");
            walk.hands().press(page, "a[href='/approvals/" + id + "']");
            page.waitForURL("**/approvals/" + id);
            clean(page);
            walk.hands().press(page, "button[value=approve]");
            said(page, said);
        }
    }

    private static void publish(Walk walk, String id) {
        try (var browsing = new Browsing()) {
            var page = at(browsing, walk, "takahashi", "/articles/" + id);
            walk.hands().press(page, "a[href='/articles/" + id + "/publish']");
            page.waitForURL("**/publish");
            clean(page);
            walk.hands().press(page, "form[action$='/publish'] button[type=submit]");
            said(page, "公開しました");
        }
    }

    private static Page at(Browsing browsing, Walk walk, String login, String path) {
        var page = Desk.signIn(browsing, walk.demonstration(), login);
        page.setViewportSize(walk.width(), 800);
        page.navigate(walk.demonstration().officeUrl() + path);
        return page;
    }

    private static void said(Page page, String words) {
        page.locator(".notice")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words))
                .waitFor();
    }

    private static void clean(Page page) {
        assertThat(Browsing.violations(page)).isEmpty();
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(page.url() + " fits its width")
                .isTrue();
    }

    private static boolean shows(Http http, String url, String text) {
        try {
            var answer = http.get(url);
            return answer.status() == 200 && answer.text().contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
