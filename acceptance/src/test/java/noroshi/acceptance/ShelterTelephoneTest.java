package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the printed sheet of a shelter to what everybody reads: told from a telephone, with and without a line, with and without script. */
@ExtendWith(WithDemonstration.class)
class ShelterTelephoneTest {

    private static final String TOWN = "041009";
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    /** @param code of the sheet for the staff, with dashes */
    private record Sheet(String place, String code) {}

    @Test
    void whatATelephoneTellsStandsEverywhereAtOnce(Demonstration demonstration) throws IOException {
        try (var http = new Http();
                var browsing = new Browsing()) {
            var sheet = print(demonstration, 0);
            var phone = enrolled(browsing, demonstration, sheet);
            tell(phone, "OPEN", "1234", "毛布が足りません");
            assertThat(Browsing.violations(phone)).isEmpty();
            assertThat(Browsing.tooWide(phone)).isEmpty();

            var site = demonstration.publicUrl() + "/" + TOWN + "/shelters/";
            var shown = new LinkedHashMap<String, String>();
            shown.put("page", site + sheet.place());
            shown.put("list", site);
            shown.put("status.csv", site + "status.csv");
            shown.put("JSON", site + sheet.place() + ".json");
            shown.put("GeoJSON of the map", site + "shelters.geojson");
            System.out.println("a shelter's fact from the telephone's button: " + seen(http, shown, "1[,]?234"));
            assertThat(http.get(site + "map").expect(200).page().select("svg a[href$=" + sheet.place() + "]"))
                    .isNotEmpty();
        }
    }

    @Test
    void withoutALineAReportWaitsInTheTelephoneAndMeetsWhatOthersTold(Demonstration demonstration) throws IOException {
        try (var http = new Http();
                var browsing = new Browsing()) {
            var sheet = print(demonstration, 1);
            var phone = enrolled(browsing, demonstration, sheet);
            phone.waitForCondition(
                    () -> !phone.locator("#staff-shelter").innerText().isBlank());
            phone.context().setOffline(true);
            tell(phone, "OPEN", "77", "");
            phone.getByText("この端末に保存しました").waitFor();
            assertThat(phone.locator("#staff-list li").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("77人");

            tellAtTheOffice(demonstration, sheet.place(), "55");
            var page = demonstration.publicUrl() + "/" + TOWN + "/shelters/" + sheet.place();
            Demonstration.await("the office's report", AT_MOST, () -> contains(http, page, "55人"));
            phone.context().setOffline(false);
            phone.locator("#staff-conflict").waitFor();
            assertThat(phone.locator("#staff-theirs").innerText()).contains("55人");
            assertThat(phone.locator("#staff-mine").innerText()).contains("77人");
            phone.getByText("自分の報告を送る").click();

            Demonstration.await("the telephone's report", AT_MOST, () -> contains(http, page, "77人"));
            assertThat(phone.locator("#staff-waiting").isVisible()).isFalse();
        }
    }

    @Test
    void withoutScriptTheSheetsCodeStandsInTheForm(Demonstration demonstration) throws IOException {
        try (var http = new Http()) {
            var sheet = print(demonstration, 2);
            var site = demonstration.publicUrl() + "/" + TOWN + "/shelters/";
            var form = http.get(site + "report").expect(200);
            var wrong = Forms.submit(http, form, Map.of("code", "AAAA-AAAA-AAAA", "state", "OPEN", "people", "9876"));
            assertThat(wrong.status()).isEqualTo(200);
            var right = Forms.submit(http, form, Map.of("code", sheet.code(), "state", "OPEN", "people", "431"));
            assertThat(right.expect(200).text()).contains("受付番号");

            Demonstration.await("the report", AT_MOST, () -> contains(http, site + sheet.place(), "431人"));
            assertThat(http.get(site + "status.csv").expect(200).text())
                    .contains("431")
                    .doesNotContain("9876");
        }
    }

    /** The address of a shelter is no news: nobody who asked for everything hears of it. */
    @Test
    void aCorrectedAddressIsAMessageToNobody(Demonstration demonstration) throws IOException {
        try (var http = new Http();
                var browsing = new Browsing()) {
            var office = Desk.signIn(browsing, demonstration, "sendai-kakari");
            open(office, demonstration, 3);
            var place = office.url().replaceAll(".*/shelters/(\\d+).*", "$1");
            var before = new Mailbox(http, demonstration).envelopes("").size();
            office.getByText("直す（お知らせは送られません）").click();
            office.locator("#address").fill("仙台市青葉区本町三丁目8番1号");
            office.locator("main form button[type=submit]").first().click();

            var site = demonstration.publicUrl() + "/" + TOWN;
            Demonstration.await("the address", AT_MOST, () -> contains(http, site + "/shelters/" + place, "本町三丁目8番1号"));
            for (var file : List.of("shelters.csv", "shelters.json", "shelters.geojson"))
                assertThat(http.get(site + "/shelters/" + file).expect(200).text())
                        .as(file)
                        .contains("本町三丁目8番1号");
            assertThat(http.get(site + "/feed.xml").text()).doesNotContain("本町三丁目8番1号");
            assertThat(new Mailbox(http, demonstration).envelopes("")).hasSize(before);
        }
    }

    /** Milliseconds until each address shows it. */
    private static Map<String, Long> seen(Http http, Map<String, String> addresses, String pattern) {
        long begun = System.nanoTime();
        var times = new LinkedHashMap<String, Long>();
        Demonstration.await("the report everywhere", AT_MOST, () -> {
            addresses.forEach((name, address) -> {
                if (!times.containsKey(name) && matches(http, address, pattern))
                    times.put(name, (System.nanoTime() - begun) / 1_000_000);
            });
            return times.size() == addresses.size();
        });
        return times;
    }

    private static boolean matches(Http http, String address, String pattern) {
        try {
            var answer = http.get(address);
            return answer.status() == 200 && answer.text().matches("(?s).*" + pattern + ".*");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean contains(Http http, String address, String words) {
        return matches(http, address, words);
    }

    private static void tell(Page phone, String state, String people, String note) {
        phone.locator("#f-state").selectOption(state);
        phone.locator("#f-people").fill(people);
        phone.locator("#f-note").fill(note);
        phone.getByText("報告する", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static Page enrolled(Browsing browsing, Demonstration demonstration, Sheet sheet) {
        var phone = browsing.page();
        phone.setViewportSize(360, 740);
        phone.navigate("%s/%s/shelters/report#g=%s&p=%s&c=%s"
                .formatted(demonstration.publicUrl(), TOWN, TOWN, sheet.place(), sheet.code()));
        phone.getByText("この端末を登録しました").waitFor();
        return phone;
    }

    private static void open(Page office, Demonstration demonstration, int number) {
        office.navigate(demonstration.officeUrl() + "/shelters");
        var path = office.locator("main a[href*='/shelters/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(href -> href.matches("/shelters/\\d+(\\?.*)?"))
                .distinct()
                .skip(number)
                .findFirst()
                .orElseThrow();
        office.navigate(demonstration.officeUrl() + path);
    }

    private static Sheet print(Demonstration demonstration, int number) {
        try (var browsing = new Browsing()) {
            var office = Desk.signIn(browsing, demonstration, "sendai-kakari");
            open(office, demonstration, number);
            var place = office.url().replaceAll(".*/shelters/(\\d+).*", "$1");
            office.getByText("用紙を作る").click();
            return new Sheet(place, office.locator("p.code").innerText().strip());
        }
    }

    private static void tellAtTheOffice(Demonstration demonstration, String place, String people) {
        try (var browsing = new Browsing()) {
            var office = Desk.signIn(browsing, demonstration, "sendai-koho");
            office.navigate(demonstration.officeUrl() + "/shelters/" + place);
            office.locator("#state").selectOption("OPEN");
            office.locator("#people").fill(people);
            office.getByText("報告して公開する").click();
            office.getByText("これまでの報告").waitFor();
        }
    }
}
