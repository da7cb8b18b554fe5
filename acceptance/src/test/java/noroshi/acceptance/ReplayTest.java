package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The telegrams of 11 March 2011, as they came, twice, and in disorder: the same end. */
@EnabledIf(value = "areThere", disabledReason = "shared/data is absent")
@ExtendWith(WithDemonstration.class)
class ReplayTest {

    private static final String TELEGRAMS = "outward/jma/telegrams";
    private static final String SITE = "/040002";
    private static final Duration PUBLIC_WITHIN = Duration.ofSeconds(20);

    private final Http http = new Http();
    private final Demonstration demonstration;
    private final Api api;
    private List<Path> telegrams = List.of();

    ReplayTest(Demonstration demonstration) {
        this.demonstration = demonstration;
        api = new Api(http, demonstration);
    }

    /** Asked before a demonstration is started. */
    static boolean areThere() {
        boolean there = Home.shared(TELEGRAMS).isPresent();
        if (!there) System.out.println("skipped: shared/data/" + TELEGRAMS + " is absent, no replay of 2011-03-11");
        return there;
    }

    @BeforeEach
    void find() throws IOException {
        try (var files = Files.list(Home.shared(TELEGRAMS).orElseThrow())) {
            telegrams = files.filter(file -> file.getFileName().toString().startsWith("32-39_11_"))
                    .sorted()
                    .toList();
        }
        endReplay();
    }

    @AfterEach
    void leaveNothingBehind() throws IOException {
        endReplay();
        http.close();
    }

    private void endReplay() throws IOException {
        http.send(
                "DELETE",
                demonstration.officeUrl() + "/api/v1/replay",
                Map.of("Authorization", "Bearer " + demonstration.token()),
                new byte[0]);
        Demonstration.await("no banner after the replay", PUBLIC_WITHIN, () -> banner(SITE + "/")
                .isEmpty());
    }

    @Test
    void theBannerStandsOnEveryPageUntilTheLastTelegramAndTheEndIsAlwaysTheSame() throws IOException {
        var beforeLast = telegrams.subList(0, telegrams.size() - 1);
        var event = post(beforeLast);
        Demonstration.await("banner on the top page", PUBLIC_WITHIN, () -> banner(SITE + "/")
                .contains("大津波警報"));
        for (var page : List.of("/", "/press/", "/l/", "/t/", "/l/press/", "/areas/"))
            assertThat(banner(SITE + page)).as(page).contains("大津波警報").contains("再現");
        Demonstration.await("震度７ on the event's page", PUBLIC_WITHIN, () -> shows(path(event), "震度７"));
        assertThat(text(path(event))).contains("栗原市");
        var inOrder = end(telegrams.subList(telegrams.size() - 1, telegrams.size()));

        var again = post(telegrams);
        assertThat(again).isEqualTo(event);
        settle();
        assertThat(state(event)).as("all of it once more").isEqualTo(inOrder);

        api.raw("DELETE", "/replay", "application/json", new byte[0]);
        var shuffled = new ArrayList<>(beforeLast);
        Collections.shuffle(shuffled, new Random(20110311));
        shuffled.add(telegrams.getLast());
        assertThat(end(shuffled)).as("the first nine in disorder").isEqualTo(inOrder);
    }

    /** Posts them and returns the state after the banner has gone. */
    private String end(List<Path> some) throws IOException {
        var event = post(some);
        Demonstration.await("the emergency has ended", PUBLIC_WITHIN, () -> banner(SITE + "/")
                .isEmpty());
        settle();
        return state(event);
    }

    /** Nothing waits in the office's outbox, and the beacon serves the newest snapshot: the pages are final. */
    private void settle() {
        Demonstration.await("the beacon serves the newest snapshot", PUBLIC_WITHIN, () -> {
            try {
                var health = http.get(demonstration.officeUrl() + "/health")
                        .expect(200)
                        .json();
                var snapshot = health.getAsJsonObject("snapshot");
                var newest = snapshot.get("newest").getAsString().replaceAll("version (\\d+) of .*", "$1");
                return health.getAsJsonObject("outbox").get("waiting").getAsInt() == 0
                        && snapshot.get("beacons").getAsString().equals("serves " + newest);
            } catch (IOException e) {
                return false;
            }
        });
    }

    private String post(List<Path> some) throws IOException {
        var url = "";
        for (var file : some) {
            var answer =
                    api.telegram(Files.readAllBytes(file), true).expect(202).json();
            if (answer.has("article") && answer.get("article").isJsonObject())
                url = answer.getAsJsonObject("article").get("url").getAsString();
        }
        return url;
    }

    /** What the event's page says, without instants: each replay has its own. */
    private String state(String event) throws IOException {
        var page = http.get(event).expect(200).page();
        var emergencies = api.get("/emergencies").expect(200).text();
        return withoutTimes(page.select("main").text().replaceAll("出典：気象庁.*", "")) + "\nactive: " + emergencies;
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("(令和\\d+年|\\d{4}年)?\\d+月\\d+日", "D")
                .replaceAll("(午前|午後)?\\d+時(\\d+分)?(\\d+秒)?", "T")
                .replaceAll("(D |\\d+日 )?\\d{1,2}:\\d{2}", "T");
    }

    /** What the banner says, in any variant; empty when there is none. */
    private String banner(String path) {
        try {
            return http.get(demonstration.publicUrl() + path)
                    .expect(200)
                    .page()
                    .select("[aria-label=緊急のお知らせ]")
                    .text();
        } catch (IOException e) {
            return "unknown: " + e.getMessage();
        }
    }

    private boolean shows(String path, String text) {
        try {
            var answer = http.get(demonstration.publicUrl() + path);
            return answer.status() == 200 && answer.page().text().contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    private String text(String path) throws IOException {
        return http.get(demonstration.publicUrl() + path).expect(200).page().text();
    }

    private String path(String url) {
        return url.replaceFirst("^https?://[^/]+", "");
    }
}
