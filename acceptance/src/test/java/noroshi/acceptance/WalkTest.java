package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an officer's keyboard to a resident's mailbox, and out of it again. */
@ExtendWith(WithDemonstration.class)
class WalkTest {

    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final String RESIDENT = "hanako@walk.example";
    private static final String TITLE = "仮設住宅の相談窓口を開設します";

    @Test
    void whatAnOfficerWritesReachesAResidentWhoAskedForIt(Demonstration demonstration) throws IOException {
        try (var http = new Http()) {
            var mailbox = new Mailbox(http, demonstration);
            subscribe(demonstration);
            var confirmation = await(mailbox, RESIDENT, "登録を確認");
            press(confirmation.link("/confirm"), "登録を確定する");

            var id = write(demonstration);
            approve(demonstration, id, "suzuki", "もう1人の承認が必要です。");
            approve(demonstration, id, "takahashi", "公開担当が公開できます。");
            publish(demonstration, id);

            seeOnTheSite(demonstration, http, id);
            var news = await(mailbox, RESIDENT, TITLE);
            assertThat(news.html()).contains(TITLE);
            assertThat(news.unsubscribe()).startsWith("<http");
            press(news.link("/unsubscribe"), "解除");
        }
    }

    @Test
    void oneClickEndsASubscriptionWithoutAPage(Demonstration demonstration) throws IOException {
        var address = "taro@walk.example";
        try (var http = new Http()) {
            var mailbox = new Mailbox(http, demonstration);
            var page = http.get(demonstration.publicUrl() + "/040002/subscribe").expect(200);
            Forms.submit(http, page, Map.of("email", address, "series", "musubi", "areas", "all"))
                    .expect(200);
            var confirm =
                    http.get(await(mailbox, address, "登録を確認").link("/confirm")).expect(200);
            Forms.submit(http, confirm, Map.of()).expect(200);
            var news = publishUntilMailed(demonstration, http, mailbox, address);

            var target = news.unsubscribe().replaceAll("^<|>.*$", "");
            http.post(target, Map.of("List-Unsubscribe", "One-Click")).expect(200);
        }
    }

    /** The confirmation is a Letter: it acts a moment after the resident's page said thanks. */
    private static Mailbox.Received publishUntilMailed(
            Demonstration demonstration, Http http, Mailbox mailbox, String address) throws IOException {
        var api = new Api(http, demonstration);
        for (int number = 1; number <= 20; number++) {
            var title = "旬の便り 第%d号".formatted(number);
            api.post(
                            "/articles",
                            Map.of(
                                    "series",
                                    "musubi",
                                    "title",
                                    title,
                                    "body",
                                    "牡蠣の季節です。",
                                    "areas",
                                    List.of(),
                                    "publish",
                                    true))
                    .expect(201);
            try {
                return await(mailbox, address, "旬の便り", Duration.ofSeconds(5));
            } catch (IllegalStateException notYet) {
                // published before the confirmation was acted on: the next one will do
            }
        }
        return await(mailbox, address, "旬の便り");
    }

    private static void subscribe(Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            var page = browsing.page();
            page.navigate(demonstration.publicUrl() + "/040002/");
            page.getByText("メール配信").first().click();
            page.getByLabel("メールアドレス").fill(RESIDENT);
            page.getByLabel("みやぎ復興プレス").check();
            page.getByLabel("すべての地域").check();
            page.getByText("登録を申し込む").click();
            assertThat(page.locator("main").innerText()).contains("受け付けました");
            assertThat(Browsing.violations(page)).isEmpty();
        }
    }

    /** Follows a link of a mail and presses the page's button. */
    private static void press(String link, String button) {
        try (var browsing = new Browsing()) {
            var page = browsing.page();
            page.navigate(link);
            assertThat(Browsing.violations(page)).isEmpty();
            page.locator("main form button, main form input[type=submit]")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(button))
                    .first()
                    .click();
            assertThat(page.locator("main").innerText()).containsPattern("受け付けました|確定しました|解除しました");
        }
    }

    private static String write(Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            var page = Desk.signIn(browsing, demonstration, "sato");
            page.navigate(demonstration.officeUrl() + "/articles/new");
            page.locator("#series").selectOption("press");
            page.locator("#title").fill(TITLE);
            page.locator("#body").fill("## 場所\n\n合同庁舎1階の窓口でお受けします。\n\n| 日 | 時間 |\n|---|---|\n| 平日 | 9時から17時 |\n");
            page.getByText("プレビューを見る").click();
            assertThat(page.locator("#preview").innerText()).contains("合同庁舎1階");
            assertThat(Browsing.violations(page)).isEmpty();
            page.getByText("保存して承認を依頼する").click();
            page.getByText("下書きを保存しました。承認を依頼しました。").waitFor();
            return page.url().replaceAll(".*/articles/(\\d+).*", "$1");
        }
    }

    private static void approve(Demonstration demonstration, String id, String login, String said) {
        try (var browsing = new Browsing()) {
            var page = Desk.signIn(browsing, demonstration, login);
            page.navigate(demonstration.officeUrl() + "/approvals");
            page.getByText(TITLE).first().click();
            page.waitForURL("**/approvals/" + id);
            page.locator("button[value=approve]").click();
            page.getByText(said).waitFor();
        }
    }

    private static void publish(Demonstration demonstration, String id) {
        try (var browsing = new Browsing()) {
            var page = Desk.signIn(browsing, demonstration, "takahashi");
            page.navigate(demonstration.officeUrl() + "/articles/" + id + "/publish");
            assertThat(Browsing.violations(page)).isEmpty();
            page.locator("form[action$='/publish'] button[type=submit]").click();
            page.getByText("公開しました。公開サイトには1秒ほどで表示されます。").waitFor();
        }
    }

    private static void seeOnTheSite(Demonstration demonstration, Http http, String id) {
        var site = demonstration.publicUrl() + "/040002";
        for (var path : List.of("/press/" + id, "/l/press/" + id, "/t/press/" + id, "/press/", "/", "/press/feed.xml"))
            Demonstration.await(path + " shows it", AT_MOST, () -> shows(http, site + path));
        try (var browsing = new Browsing()) {
            Page page = browsing.page();
            page.navigate(site + "/press/");
            page.getByText(TITLE).first().click();
            assertThat(page.locator("h1").innerText()).isEqualTo(TITLE);
        }
    }

    private static boolean shows(Http http, String url) {
        try {
            var answer = http.get(url);
            return answer.status() == 200 && answer.text().contains(TITLE);
        } catch (IOException e) {
            return false;
        }
    }

    private static Mailbox.Received await(Mailbox mailbox, String address, String subject) throws IOException {
        return await(mailbox, address, subject, AT_MOST);
    }

    private static Mailbox.Received await(Mailbox mailbox, String address, String subject, Duration atMost)
            throws IOException {
        Demonstration.await("a mail '" + subject + "' to " + address, atMost, () -> {
            try {
                return mailbox.to(address).stream()
                        .anyMatch(mail -> mail.subject().contains(subject));
            } catch (IOException e) {
                return false;
            }
        });
        return mailbox.to(address).stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow();
    }
}
