package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Processes are killed at random moments while officers publish and residents write. What was acknowledged stays. */
class AcknowledgedKillTest {

    /** Enough for each victim to die in work, in recovery and twice in a row; {@code ./noroshi soak kills} goes on for longer. */
    private static final int KILLS = Integer.getInteger("noroshi.kills", 15);

    private static final long SEED = Long.getLong("noroshi.seed", 20110311L);
    private static final List<String> VICTIMS = List.of("office", "postgresql", "beacon");
    private static final int WORK_MS_MAX = 1_500;
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(90);

    private final Acknowledged acknowledged = new Acknowledged();
    private final Map<String, Integer> killed = new HashMap<>();
    private final long begun = System.nanoTime();

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        var data = WithDemonstration.temporary();
        try (var demonstration = Demonstration.start(data);
                var http = new Http()) {
            try (var crowd = new Crowd(demonstration, acknowledged, department(http, demonstration))) {
                killAtRandom(demonstration, http);
                assertThat(crowd).isNotNull();
            }
            tell("killed " + killed + " (seed " + SEED + "); acknowledged: " + acknowledged);
            Demonstration.await("healed", HEALED_WITHIN, () -> isWell(http, demonstration));
            var ledger = new Ledger(demonstration);
            everyLetterIsActedOn(ledger);
            tell("every Letter is acted on");
            var last = publishLast(http, demonstration);

            everyArticleIsPublic(http);
            tell("every article is public");
            everyMailIsOut(http, demonstration, ledger);
            tell("every mail is out");
            var arrived = new Arrived(new Mailbox(http, demonstration), new HashMap<>());
            everyLetterWasActedOnOnce(arrived, last);
            everyPersonToldOfIsThereOnce(ledger);
            ledgerAndMailsAgree(arrived, ledger);
        }
        WithDemonstration.delete(data);
    }

    private void tell(String what) {
        System.out.printf("%s, %d s after the start%n", what, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void killAtRandom(Demonstration demonstration, Http http) {
        var random = new Random(SEED);
        for (int kills = 0; kills < KILLS; ) {
            // Mostly into full work, now and then into a recovery that is still under way.
            if (random.nextInt(5) > 0) Demonstration.await("healed", HEALED_WITHIN, () -> isWell(http, demonstration));
            LockSupport.parkNanos(random.nextInt(WORK_MS_MAX) * 1_000_000L);
            var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
            if (!demonstration.kill(victim)) continue;
            kills++;
            killed.merge(victim, 1, Integer::sum);
        }
    }

    private static String department(Http http, Demonstration demonstration) throws IOException {
        var page = http.get(demonstration.publicUrl() + "/040002/departments/")
                .expect(200)
                .page();
        return page.select("a[href*=/040002/departments/]").stream()
                .map(link -> link.attr("href").replaceAll(".*/departments/", "").replaceAll("/.*", ""))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No department on " + page.location()));
    }

    private static String publishLast(Http http, Demonstration demonstration) throws IOException {
        var title = "強制終了試験の最後の記事";
        new Api(http, demonstration)
                .post(
                        "/articles",
                        Map.of("series", "press", "title", title, "body", "終わり", "areas", List.of(), "publish", true))
                .expect(201);
        return title;
    }

    private void everyArticleIsPublic(Http http) throws IOException {
        assertThat(acknowledged.articles).isNotEmpty();
        for (var article : acknowledged.articles.entrySet()) {
            Demonstration.await(
                    article.getKey() + " is public",
                    HEALED_WITHIN,
                    () -> shows(http, article.getKey(), article.getValue()));
        }
    }

    /** There may be more than were acknowledged, never fewer in the end. Who confirmed gets what is published from then on. */
    private void everyLetterIsActedOn(Ledger ledger) {
        Demonstration.await("every Letter is acted on", Duration.ofMinutes(5), () -> {
            try {
                return ledger.lettersActedOn() >= acknowledged.letters();
            } catch (SQLException e) {
                return false;
            }
        });
    }

    /** Whoever confirmed while the office was down counts from the moment it learned of it, so numbers are the ledger's own. */
    private void everyMailIsOut(Http http, Demonstration demonstration, Ledger ledger)
            throws IOException, SQLException {
        Demonstration.await("nothing waits in the outbox and the ledger", Duration.ofMinutes(5), () -> {
            try {
                return http.get(demonstration.officeUrl() + "/health").text().contains("\"waiting\":0")
                        && ledger.open().isEmpty();
            } catch (IOException | SQLException e) {
                return false;
            }
        });
        assertThat(ledger.failed()).isEmpty();
        assertThat(ledger.incomplete()).isEmpty();
        assertThat(ledger.dispatched())
                .containsAll(acknowledged.articles.keySet().stream()
                        .map(url -> url.replaceAll(".*/", ""))
                        .toList());
    }

    /** A mail that was tried again is the same mail: the same Message-ID. */
    private void everyLetterWasActedOnOnce(Arrived arrived, String last) throws IOException {
        assertThat(acknowledged.confirmations).isNotEmpty();
        for (var address : acknowledged.subscriptions) {
            assertThat(arrived.ids(address, "登録を確認"))
                    .as("mails that ask %s to confirm", address)
                    .hasSize(1);
            if (!acknowledged.confirmations.contains(address))
                assertThat(arrived.ids(address, "")).as("mails to %s", address).hasSize(1);
        }
        for (var address : acknowledged.inquiries)
            assertThat(arrived.ids(address, "")).as("mails to %s", address).hasSize(1);
        for (var address : acknowledged.confirmations)
            assertThat(arrived.ids(address, last))
                    .as("mails '%s' to %s", last, address)
                    .hasSize(1);
    }

    private void everyPersonToldOfIsThereOnce(Ledger ledger) throws SQLException {
        assertThat(acknowledged.persons).isNotEmpty();
        var there = ledger.personsToldOf();
        assertThat(there).doesNotHaveDuplicates().containsAll(acknowledged.persons);
    }

    private static void ledgerAndMailsAgree(Arrived arrived, Ledger ledger) throws IOException, SQLException {
        var lost = new ArrayList<String>();
        for (var row : ledger.sent()) {
            var parts = row.split("\t", 2);
            if (arrived.ids(parts[0], parts[1]).isEmpty()) lost.add(row);
        }
        assertThat(lost).as("sent by the ledger, never arrived").isEmpty();
    }

    /** What is in the mailboxes once nothing is on its way any more; each is looked into once. */
    private record Arrived(Mailbox mailbox, Map<String, List<Mailbox.Envelope>> opened) {

        Set<String> ids(String address, String subject) throws IOException {
            if (!opened.containsKey(address)) opened.put(address, mailbox.envelopes(address));
            return opened.get(address).stream()
                    .filter(mail -> mail.to().equals(address) && mail.subject().contains(subject))
                    .map(Mailbox.Envelope::messageId)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isWell(Http http, Demonstration demonstration) {
        return shows(http, demonstration.officeUrl() + "/health", "")
                && shows(http, demonstration.publicUrl() + "/040002/", "");
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
