package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import noroshi.platform.Lane;
import org.junit.jupiter.api.Test;

class ArticleMailTest extends ChannelsTest {

    @Test
    void aPublicArticleReachesEveryoneInterested() {
        subscribed(MIYAGI, "a@example.jp", Set.of("news"), Set.of());
        subscribed(MIYAGI, "b@example.jp", Set.of("press"), Set.of());
        subscribed(MIYAGI, "c@example.jp", Set.of(), Set.of());
        published("news", "ORDINARY", "給水所のお知らせ");

        deliverAnnouncements();
        sendAll();

        assertThat(sink.recipients()).containsExactlyInAnyOrder("a@example.jp", "c@example.jp");
        assertThat(ledger("status")).containsOnly("sent");
        assertThat(header(sink.taken.getFirst(), "Subject")).isEqualTo("【宮城県】給水所のお知らせ");
    }

    @Test
    void anAreaTakesInItsWardsAndItsRegion() {
        subscribed(MIYAGI, "sendai@example.jp", Set.of(), Set.of("041009"));
        subscribed(MIYAGI, "aoba@example.jp", Set.of(), Set.of("041017"));
        subscribed(MIYAGI, "ishinomaki@example.jp", Set.of(), Set.of("042021"));

        published("news", "ORDINARY", "仙台市の断水", "041009");
        deliverAnnouncements();
        assertThat(ledger("address")).containsExactlyInAnyOrder("sendai@example.jp", "aoba@example.jp");

        published("news", "ORDINARY", "県全域のお知らせ", "040002");
        deliverAnnouncements();
        assertThat(ledger("address")).contains("ishinomaki@example.jp").hasSize(5);
    }

    @Test
    void publishingTwiceMailsOnce() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        long article = published("news", "ORDINARY", "給水所のお知らせ");
        tenancy.run(MIYAGI, () -> announce(article, 1, "ORDINARY", true, ""));

        deliverAnnouncements();
        sendAll();

        assertThat(sink.taken).hasSize(1);
    }

    @Test
    void anOrdinaryEditMailsNobody() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        long article = published("news", "ORDINARY", "給水所のお知らせ");
        republished(article, 2, "給水所のお知らせ（追記）", "");

        deliverAnnouncements();
        sendAll();

        assertThat(sink.taken).hasSize(1);
    }

    @Test
    void aCorrectionReachesThoseWhoGotTheOriginal() {
        subscribed(MIYAGI, "a@example.jp", Set.of("news"), Set.of());
        long article = published("news", "ORDINARY", "給水所のお知らせ");
        deliverAnnouncements();
        sendAll();
        subscribed(MIYAGI, "late@example.jp", Set.of("news"), Set.of());

        republished(article, 2, "給水所のお知らせ", "時刻を9時から10時に改めました。");
        deliverAnnouncements();
        sendAll();

        assertThat(sink.recipients()).containsExactly("a@example.jp", "a@example.jp");
        assertThat(header(sink.taken.getLast(), "Subject")).isEqualTo("【宮城県】【訂正】給水所のお知らせ");
        assertThat(plain(sink.taken.getLast())).contains("9時から10時");
    }

    @Test
    void anotherGovernmentsSubscribersHearNothing() {
        subscribed(SENDAI, "a@example.jp", Set.of(), Set.of());
        published("news", "ORDINARY", "給水所のお知らせ");

        deliverAnnouncements();

        assertThat(ledger("address")).isEmpty();
    }

    @Test
    void anEmergencyArticleGoesInTheAlertLane() {
        subscribed(MIYAGI, "a@example.jp", Set.of("emergency"), Set.of());
        published("emergency", "EMERGENCY", "避難してください");

        deliverAnnouncements();
        sendAll();

        assertThat(ledger("lane")).containsExactly(String.valueOf(Lane.ALERT.ordinal()));
        assertThat(header(sink.taken.getFirst(), "Subject")).isEqualTo("【宮城県】【緊急】避難してください");
        assertThat(header(sink.taken.getFirst(), "Importance")).isEqualTo("high");
    }

    @Test
    void aMagazineIsBulkMail() {
        subscribed(MIYAGI, "a@example.jp", Set.of("press"), Set.of());
        published("press", "ORDINARY", "第100号");

        deliverAnnouncements();
        sendAll();

        assertThat(header(sink.taken.getFirst(), "Precedence")).isEqualTo("bulk");
    }
}
