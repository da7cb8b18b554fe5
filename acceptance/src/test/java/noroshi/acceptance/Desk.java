package noroshi.acceptance;

import com.microsoft.playwright.Page;

/** An officer at the office's screens. */
final class Desk {

    private Desk() {}

    /** A page on which that officer of the demonstration has signed in. */
    static Page signIn(Browsing browsing, Demonstration demonstration, String login) {
        var words = demonstration.signIns().stream()
                .map(line -> line.split(" "))
                .filter(each -> each[0].equals(login))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("No sign-in of " + login + " in " + demonstration.signIns()));
        var page = browsing.page();
        page.navigate(demonstration.officeUrl() + "/sign-in");
        page.getByLabel("職員ID").fill(login);
        page.locator("#password").fill(words[1]);
        page.locator("main button[type=submit], form button[type=submit]")
                .last()
                .click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
