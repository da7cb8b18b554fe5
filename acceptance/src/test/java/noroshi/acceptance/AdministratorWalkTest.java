package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator without a mouse, at a desk and on a telephone: plans a reorganisation, arranges the first page, looks after sign-ins. */
@ExtendWith(WithDemonstration.class)
class AdministratorWalkTest {

    private static final int STOPS_MAX = 120;

    @Test
    void anAdministratorPlansAndArrangesByKeyboardAlone(Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            var page = Desk.signIn(browsing, demonstration, "admin");
            for (int width : new int[] {1280, 360}) {
                page.setViewportSize(width, 800);
                plan(page, demonstration.officeUrl(), "鍵盤 %d".formatted(width));
                arrange(page, demonstration.officeUrl());
                signIns(page, demonstration.officeUrl());
            }
        }
    }

    /** With an authenticator that the browser pretends to have; the officer's finger is on it all the time. */
    @Test
    void aPasskeyLetsInWithoutAPassword(Demonstration demonstration) {
        try (var browsing = new Browsing()) {
            var page = Desk.signIn(browsing, demonstration, "kanko");
            var device = page.context().newCDPSession(page);
            device.send("WebAuthn.enable");
            device.send("WebAuthn.addVirtualAuthenticator", authenticator());
            page.navigate(demonstration.officeUrl() + "/account/passkeys");
            look(page);
            reach(page, "#label");
            page.keyboard().type("机のパソコン");
            page.keyboard().press("Enter");
            page.waitForSelector("text=パスキーを登録しました");
            look(page);

            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL("**/sign-in*");
            reach(page, "form[data-passkey] button");
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(demonstration.officeUrl() + "/account");
            assertThat(page.locator("main").innerText()).contains("パスキー", "この端末");

            page.navigate(demonstration.officeUrl() + "/account/passkeys");
            page.locator("form[action$='/remove'] button").click();
            page.waitForSelector("text=パスキーを取り消しました");
        }
    }

    private static JsonObject authenticator() {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var able :
                List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"))
            options.addProperty(able, true);
        var all = new JsonObject();
        all.add("options", options);
        return all;
    }

    private static void plan(Page page, String office, String name) {
        page.navigate(office + "/settings/reorganisations");
        reach(page, "#name");
        page.keyboard().type(name);
        page.keyboard().press("Enter");
        page.waitForURL("**/settings/reorganisations/*");
        look(page);

        reach(page, "a[href$='/add/found']");
        page.keyboard().press("Enter");
        page.waitForURL("**/add/found");
        look(page);
        reach(page, "#name");
        page.keyboard().type("鍵盤課");
        reach(page, "#code");
        page.keyboard().type("kenban-%d".formatted(page.viewportSize().width));
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.matches(".*/settings/reorganisations/\\d+"));
        assertThat(page.locator("main").innerText()).contains("「鍵盤課」", "差し支えは見つかりませんでした");
        look(page);

        reach(page, "form[action$='/cancel'] button");
        page.keyboard().press("Enter");
        page.waitForSelector("text=計画を取りやめました");
        look(page);
    }

    private static void arrange(Page page, String office) {
        page.navigate(office + "/settings/site");
        look(page);
        var before = page.locator(".site-blocks h3").allInnerTexts();
        reach(page, "form[action$='/blocks/1/up'] button");
        page.keyboard().press("Enter");
        page.waitForSelector("text=1つ上へ動かしました");
        assertThat(page.locator(".site-blocks h3").first().innerText().replaceAll("^\\d+．", ""))
                .isEqualTo(before.get(1).replaceAll("^\\d+．", ""));
        reach(page, "form[action$='/blocks/0/down'] button");
        page.keyboard().press("Enter");
        page.waitForSelector("text=1つ下へ動かしました");
        reach(page, "a[href*='/settings/site/preview']");
        page.keyboard().press("Enter");
        page.waitForURL("**/settings/site/preview*");
        look(page);
        assertThat(page.frameLocator("iframe").locator("h1").first().innerText())
                .contains("宮城県");
    }

    private static void signIns(Page page, String office) {
        for (var path :
                List.of("/account", "/account/second-factor", "/settings/sign-in", "/settings/officers/import")) {
            page.navigate(office + path);
            look(page);
        }
    }

    /** Steps with Tab, as somebody without a mouse must, until that element has the focus. */
    private static void reach(Page page, String selector) {
        var focused = "s => document.activeElement !== null && document.activeElement.matches(s)";
        for (int stop = 0; stop < STOPS_MAX; stop++) {
            if (Boolean.TRUE.equals(page.evaluate(focused, selector))) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError(
                "After %d steps with Tab still not at %s on %s".formatted(STOPS_MAX, selector, page.url()));
    }

    private static void look(Page page) {
        var problems = new ArrayList<>(Browsing.violations(page));
        var wide = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        if (((Number) wide).intValue() > 0) problems.add(page.url() + " is wider than the screen by " + wide);
        assertThat(problems).isEmpty();
    }
}
