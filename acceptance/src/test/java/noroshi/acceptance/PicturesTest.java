package noroshi.acceptance;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures of docs/images anew: {@code ./noroshi test -Dtest=PicturesTest -Dnoroshi.pictures=docs/images}. */
@EnabledIf(value = "areWanted", disabledReason = "no -Dnoroshi.pictures")
@ExtendWith(WithDemonstration.class)
class PicturesTest {

    private static final Duration PUBLIC_WITHIN = Duration.ofSeconds(60);
    private static final int PHONE_WIDTH = 390;
    private static final int DESKTOP_WIDTH = 1280;
    private static final int HEIGHT_MAX = 2400;

    private static final String FAULTY = """
            ## 催しのあらまし

            #### 日時

            ３月１１日（金） 午 後１時から。くわしくは[こちら](https://www.pref.example.jp/event.pdf)をご覧ください。

            | 会場 | 定員 |
            | --- | --- |
            | 県庁①階 | 50人 |

            :::注意
            車での来場はご遠慮ください。
            :::
            """;

    private final Demonstration demonstration;
    private final Path folder;

    PicturesTest(Demonstration demonstration) {
        this.demonstration = demonstration;
        folder = Home.folder().resolve(System.getProperty("noroshi.pictures"));
    }

    /** Asked before a demonstration is started. */
    static boolean areWanted() {
        boolean wanted = !System.getProperty("noroshi.pictures", "").isEmpty();
        if (!wanted) System.out.println("skipped: pictures are taken with -Dnoroshi.pictures=FOLDER only");
        return wanted;
    }

    @Test
    void theMainPagesAndScreens() throws IOException {
        try (var browsing = new Browsing();
                var http = new Http()) {
            var site = browsing.page();
            var url = demonstration.publicUrl() + "/040002";
            both(site, url + "/", "site-top");
            take(site, url + "/subscribe", DESKTOP_WIDTH, "site-subscribe");

            var event = replay(http);
            both(site, url + "/", "site-emergency");
            take(site, demonstration.publicUrl() + event, DESKTOP_WIDTH, "site-event");
            take(
                    site,
                    demonstration.publicUrl() + event.replaceFirst("/(\\d{6})/", "/$1/l/"),
                    PHONE_WIDTH,
                    "site-event-lite-phone");
            take(site, demonstration.mailUrl() + "/", DESKTOP_WIDTH, "mails");

            var office = Desk.signIn(browsing, demonstration, "admin");
            both(office, demonstration.officeUrl() + "/", "office-home");
            both(office, demonstration.officeUrl() + "/articles", "office-articles");
            both(office, firstArticle(office), "office-article");
            for (var screen : List.of("emergency", "dispatches", "views", "status"))
                take(office, demonstration.officeUrl() + "/" + screen, DESKTOP_WIDTH, "office-" + screen);
            new Api(http, demonstration).raw("DELETE", "/replay", "application/json", new byte[0]);
        }
    }

    /** A text with faults, as the editor shows them; then the way it goes, and what surrounds it. */
    @Test
    void theScreensOfWritingAndApproving() {
        try (var browsing = new Browsing()) {
            var url = demonstration.officeUrl();
            var author = Desk.signIn(browsing, demonstration, "sato");
            both(author, url + "/", "desk-home-author");
            author.setViewportSize(DESKTOP_WIDTH, 900);
            author.navigate(url + "/articles/new");
            author.locator("#series").selectOption("events");
            author.fill("#title", "防災写真展を開きます");
            author.fill("#body", FAULTY);
            author.locator("button[value=preview]").first().click();
            author.waitForSelector("#preview");
            shot(author, DESKTOP_WIDTH, "desk-editor");
            shot(author, PHONE_WIDTH, "desk-editor-phone");
            var head = Desk.signIn(browsing, demonstration, "suzuki");
            both(head, url + "/approvals", "desk-approvals");
            head.navigate(url + "/approvals");
            var waiting = head.locator("main a[href^='/approvals/']").evaluateAll("all => all.map(a => a.href)");
            for (var one : (List<?>) waiting)
                if (one.toString().matches(".*/approvals/\\d+")) {
                    both(head, one.toString(), "desk-approval");
                    break;
                }
        }
    }

    @Test
    void theScreensOfTheWholeSite() {
        try (var browsing = new Browsing()) {
            var url = demonstration.officeUrl();
            var office = Desk.signIn(browsing, demonstration, "admin");
            for (var screen : List.of(
                    "approvals/board",
                    "care",
                    "care/links",
                    "settings/site",
                    "settings/reorganisations",
                    "settings/routes",
                    "emergency/prepared",
                    "forms",
                    "account",
                    "phone"))
                both(
                        office,
                        url + "/" + screen,
                        "desk-" + screen.replace('/', '-').replace("settings-", ""));
        }
    }

    @Test
    void theScreensOfMovingIn() throws IOException {
        var old = demonstration.data().resolve("moving/yamamoto");
        OldSite.write(old, 80, 20110311);
        try (var browsing = new Browsing();
                var http = new Http()) {
            var walk = new MovingWalk(demonstration, http, "040002");
            walk.signIn();
            var job = walk.start("町の古いホームページ（平成25年まで）", old, "http://www.town.yamamoto.example.jp");
            walk.await(job, "確認待ち", Duration.ofMinutes(2));
            var office = Desk.signIn(browsing, demonstration, "admin");
            var url = demonstration.officeUrl() + "/settings/";
            both(office, url + "moving", "office-moving");
            both(office, url + "moving/new", "office-moving-new");
            both(office, url + "moving/" + job, "office-moving-job");
            both(office, url + "moving/" + job + "/rules", "office-moving-rules");
            both(office, url + "moving/" + job + "/pages/120", "office-moving-page");
            both(office, url + "exports", "office-exports");
        }
    }

    /** Shelters, damage, an emergency's timeline, the search for persons, the desk at the telephone. */
    @Test
    void theRegisters() {
        try (var browsing = new Browsing()) {
            RegisterScenes.in(demonstration, browsing, screen -> {});
            var site = browsing.page();
            var url = demonstration.publicUrl();
            both(site, url + "/042021/shelters/map", "register-shelters-map");
            take(site, url + "/042021/shelters/", PHONE_WIDTH, "register-shelters-phone");
            take(site, url + "/042021/shelters/report", PHONE_WIDTH, "register-shelter-report-phone");
            take(site, url + "/040002/damage/", DESKTOP_WIDTH, "register-damage");
            take(site, url + "/041009/opendata/", DESKTOP_WIDTH, "register-opendata");
            site.navigate(url + "/041009/emergency/");
            var event =
                    site.locator("main a[href*='/emergency/']:has-text('訓練')").first();
            take(site, event.evaluate("a => a.href").toString(), DESKTOP_WIDTH, "register-emergency");
            site.navigate(url + "/040002/safety");
            site.fill("#f-name", "さとう たろう");
            site.locator("main button[type=submit]").click();
            site.waitForLoadState();
            shot(site, PHONE_WIDTH, "register-safety-phone");
            var office = Desk.signIn(browsing, demonstration, "admin");
            both(office, demonstration.officeUrl() + "/calls?words=断水", "register-calls");
            take(
                    office,
                    demonstration.officeUrl() + "/shelters?government=042021",
                    DESKTOP_WIDTH,
                    "register-desk-shelters");
        }
    }

    private String firstArticle(Page office) {
        office.navigate(demonstration.officeUrl() + "/articles");
        return office.locator("main a[href*='/articles/']:not([href$='/new'])")
                .first()
                .evaluate("a => a.href")
                .toString();
    }

    /** The telegrams of 11 March 2011 up to the great tsunami warning; returns the event's path. */
    private String replay(Http http) throws IOException {
        var telegrams = Home.shared("outward/jma/telegrams");
        if (telegrams.isEmpty()) System.out.println("skipped: shared/data is absent, no pictures of an emergency");
        Assumptions.assumeTrue(telegrams.isPresent(), "shared/data is absent");
        var api = new Api(http, demonstration);
        var event = "";
        try (var files = Files.list(telegrams.orElseThrow())) {
            var all = files.filter(file -> file.getFileName().toString().startsWith("32-39_11_"))
                    .sorted()
                    .toList();
            for (var file : all.subList(0, all.size() - 1)) {
                var answer =
                        api.telegram(Files.readAllBytes(file), true).expect(202).json();
                if (answer.has("article") && answer.get("article").isJsonObject())
                    event = answer.getAsJsonObject("article").get("url").getAsString();
            }
        }
        var path = event.replaceFirst("^https?://[^/]+", "");
        Demonstration.await("the event's page", PUBLIC_WITHIN, () -> isShown(http, path));
        return path;
    }

    private boolean isShown(Http http, String path) {
        try {
            return http.get(demonstration.publicUrl() + path).text().contains("震度７");
        } catch (IOException e) {
            return false;
        }
    }

    private void both(Page page, String url, String name) {
        take(page, url, DESKTOP_WIDTH, name);
        take(page, url, PHONE_WIDTH, name + "-phone");
    }

    private void take(Page page, String url, int width, String name) {
        page.setViewportSize(width, 900);
        page.navigate(url);
        shot(page, width, name);
    }

    private void shot(Page page, int width, String name) {
        page.setViewportSize(width, 900);
        page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0) }");
        int height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(width, Math.min(HEIGHT_MAX, Math.max(700, height)));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        System.out.println("picture: " + Map.of(name, page.url()));
    }
}
