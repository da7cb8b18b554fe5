package noroshi.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the demonstration does not hold by itself, made through the office's screens, once for all tests of a process: an emergency with its
 * timeline and an evacuation order in Sendai (both drills), an approved name list, a list of facilities.
 */
final class RegisterScenes {

    static final String SENDAI = "041009";
    static final String PREFECTURE = "040002";

    private static final Duration PUBLIC_WITHIN = Duration.ofSeconds(60);
    private static final String FACILITIES = """
            ID,名称,所在地_連結表記,緯度,経度,電話番号,備考
            A1,市民会館（デモ）,宮城県仙台市青葉区1番,38.268,140.869,022-000-0000,1階受付の横
            A2,中央公民館（デモ）,宮城県仙台市青葉区2番,38.262,140.873,,
            """;

    private static @Nullable RegisterScenes made;

    private final Demonstration demonstration;

    private RegisterScenes(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    /** @param look at each screen on the way that no link leads to; called only when the scenes are made now */
    static synchronized void in(Demonstration demonstration, Browsing browsing, Consumer<Page> look) {
        if (made != null) return;
        var scenes = new RegisterScenes(demonstration);
        scenes.emergency(browsing, look);
        scenes.evacuation(browsing, look);
        scenes.nameList(browsing, look);
        scenes.facilities(browsing, look);
        scenes.shelter(browsing, look);
        scenes.persons(browsing, look);
        scenes.damage(browsing);
        made = scenes;
        scenes.awaitPublic("/%s/facilities/lists".formatted(SENDAI), "AED");
        scenes.awaitPublic("/%s/anpi/1".formatted(PREFECTURE), "情報源");
        scenes.awaitPublic("/%s/cap/feed.xml".formatted(SENDAI), "訓練");
    }

    private void emergency(Browsing browsing, Consumer<Page> look) {
        var page = Desk.signIn(browsing, demonstration, "sendai-bosai");
        page.navigate(at("/emergency/declare"));
        press(page, "form.emergency-form button.alarm"); // what is missing is said at each field
        look.accept(page);
        page.locator("#drill").check();
        page.fill("#grade", "津波に備える訓練");
        page.locator("#hazard").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
        page.fill("#words", "沿岸の方は高台へ避難する訓練をしています。");
        page.locator("input[name=areas]").first().check();
        press(page, "form.emergency-form button.alarm");
        page.navigate(at("/emergency"));
        page.navigate(page.locator("a[href*='/emergency/event']")
                .first()
                .evaluate("a => a.href")
                .toString());
        page.locator("#level").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.fill("#words", "訓練の避難が終わった地区があります。");
        look.accept(page);
        press(page, "form.emergency-form button[type=submit]");
    }

    private void evacuation(Browsing browsing, Consumer<Page> look) {
        var bosai = Desk.signIn(browsing, demonstration, "sendai-bosai");
        bosai.navigate(at("/emergency/evacuation"));
        bosai.locator("#drill").check();
        bosai.locator("#level").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        bosai.fill("#blocks", "荒浜\n蒲生");
        bosai.fill("#words", "津波を想定した訓練です。");
        press(bosai, "form.emergency-form button.primary");
        look.accept(bosai);
        var head = Desk.signIn(browsing, demonstration, "sendai-kakari");
        head.navigate(at("/emergency/evacuation"));
        press(head, "button[value=approve]");
        look.accept(head);
    }

    private void nameList(Browsing browsing, Consumer<Page> look) {
        var admin = Desk.signIn(browsing, demonstration, "admin");
        admin.navigate(at("/persons/lists"));
        admin.fill("#event", "デモの地震（架空）");
        press(admin, "main form.card button.primary");
        var list = admin.url();
        if (!list.matches(".*/persons/lists/\\d+.*")) {
            list = admin.locator("main a[href*='/persons/lists/']")
                    .first()
                    .evaluate("a => a.href")
                    .toString();
            admin.navigate(list);
        }
        admin.fill("#person", "1");
        press(admin, "form.sieve button");
        look.accept(admin);
        var other = Desk.signIn(browsing, demonstration, "takahashi");
        other.navigate(list);
        press(other, "form[action$='/approve'] button");
    }

    private void facilities(Browsing browsing, Consumer<Page> look) {
        var admin = Desk.signIn(browsing, demonstration, "admin");
        admin.navigate(at("/shelters/import?government=" + SENDAI));
        admin.setInputFiles(
                "#file", new FilePayload("aed.csv", "text/csv", FACILITIES.getBytes(StandardCharsets.UTF_8)));
        admin.fill("#kind", "AED");
        press(admin, "main form.card button.primary");
        look.accept(admin);
        press(admin, "form[action='/shelters/import/now'] button.primary");
        look.accept(admin);
    }

    /** The sheets to print, and a report that is refused. */
    private void shelter(Browsing browsing, Consumer<Page> look) {
        var admin = Desk.signIn(browsing, demonstration, "admin");
        admin.navigate(at("/shelters?shown=open&government=" + SENDAI));
        admin.navigate(admin.locator("main a[href*='/shelters/']:not([href*='new']):not([href*='import'])")
                .first()
                .evaluate("a => a.href")
                .toString());
        var shelter = admin.url();
        admin.fill("#people", "多い");
        press(admin, "form[action$='/report'] button.primary");
        look.accept(admin);
        admin.navigate(shelter);
        press(admin, "form[action$='/pass'] button");
        look.accept(admin);
    }

    private void persons(Browsing browsing, Consumer<Page> look) {
        var admin = Desk.signIn(browsing, demonstration, "admin");
        admin.navigate(at("/persons"));
        admin.fill("#name", "さとう たろう");
        press(admin, "form.sieve button.primary");
        look.accept(admin);
        admin.navigate(at("/persons/duplicates"));
        press(admin, "main form button:has-text('探す')");
        look.accept(admin);
    }

    /** A question that was answered. */
    private void damage(Browsing browsing) {
        var admin = Desk.signIn(browsing, demonstration, "admin");
        admin.navigate(at("/calls?words=断水"));
        press(admin, "ul.way form button");
    }

    private static void press(Page page, String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
    }

    private String at(String path) {
        return demonstration.officeUrl() + path;
    }

    private void awaitPublic(String path, String word) {
        try (var http = new Http()) {
            Demonstration.await(path + " with " + word, PUBLIC_WITHIN, () -> {
                try {
                    return http.get(demonstration.publicUrl() + path).text().contains(word);
                } catch (IOException e) {
                    return false;
                }
            });
        }
    }
}
