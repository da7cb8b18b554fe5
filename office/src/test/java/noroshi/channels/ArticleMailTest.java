package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import noroshi.platform.Lane;
import noroshi.publishing.Change;
import noroshi.publishing.PublishAutomatically;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.WithdrawArticle;
import org.junit.jupiter.api.Test;

class ArticleMailTest extends ChannelsTest {

    @Test
    void aPublicArticleReachesEveryoneInterested() {
        subscribed(MIYAGI, "a@example.jp", Set.of("news"), Set.of());
        subscribed(MIYAGI, "b@example.jp", Set.of("press"), Set.of());
        subscribed(MIYAGI, "c@example.jp", Set.of(), Set.of());
        news("給水所のお知らせ");

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

        news("仙台市の断水", "041009");
        deliverAnnouncements();
        assertThat(ledger("address")).containsExactlyInAnyOrder("sendai@example.jp", "aoba@example.jp");

        news("県全域のお知らせ", "040002");
        deliverAnnouncements();
        assertThat(ledger("address")).contains("ishinomaki@example.jp").hasSize(5);
    }

    @Test
    void publishingTwiceMailsOnce() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        var article = news("給水所のお知らせ");
        deliverAnnouncements();
        var heard = announced.stream()
                .filter(a -> a.event().topic().equals("article.public"))
                .findFirst()
                .orElseThrow();
        tenancy.run(MIYAGI, () -> outbox.announce(MIYAGI, heard.event()));

        deliverAnnouncements();
        publish(article, PublishingLane.ORDINARY, publisher);
        deliverAnnouncements();
        sendAll();

        assertThat(sink.taken).hasSize(1);
    }

    @Test
    void anOrdinaryEditMailsNobody() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        var article = news("給水所のお知らせ");
        republished(article, words("給水所のお知らせ（追記）"), Change.update());

        deliverAnnouncements();
        sendAll();

        assertThat(sink.taken).hasSize(1);
    }

    @Test
    void aCorrectionReachesThoseWhoGotTheOriginal() {
        subscribed(MIYAGI, "a@example.jp", Set.of("news"), Set.of());
        var article = news("給水所のお知らせ");
        deliverAnnouncements();
        sendAll();
        subscribed(MIYAGI, "late@example.jp", Set.of("news"), Set.of());

        republished(article, words("給水所のお知らせ"), Change.correcting("時刻を9時から10時に改めました。"));
        deliverAnnouncements();
        sendAll();

        assertThat(sink.recipients()).containsExactly("a@example.jp", "a@example.jp");
        assertThat(header(sink.taken.getLast(), "Subject")).isEqualTo("【宮城県】【訂正】給水所のお知らせ");
        assertThat(plain(sink.taken.getLast())).contains("9時から10時");
    }

    @Test
    void anArticleWithdrawnInTheMeantimeIsToldToNobody() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        var article = news("給水所のお知らせ");
        done(withdrawArticle.handle(
                new WithdrawArticle.Command(MIYAGI, article.id(), 1, "誤り", publisher, clock.instant())));

        deliverAnnouncements();

        assertThat(ledger("address")).isEmpty();
    }

    @Test
    void whatAMachinePublishesIsToldByTheMachineOnly() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        done(publishAutomatically.handle(new PublishAutomatically.Command(
                MIYAGI,
                "emergency",
                "jma:1",
                words("震度速報"),
                Change.update(),
                PublishingLane.EMERGENCY,
                null,
                clock.instant())));

        deliverAnnouncements();

        assertThat(announcedTopics()).contains("article.public");
        assertThat(ledger("address")).isEmpty();
    }

    @Test
    void anotherGovernmentsSubscribersHearNothing() {
        subscribed(SENDAI, "a@example.jp", Set.of(), Set.of());
        news("給水所のお知らせ");

        deliverAnnouncements();

        assertThat(ledger("address")).isEmpty();
    }

    @Test
    void anEmergencyArticleGoesInTheAlertLane() {
        subscribed(MIYAGI, "a@example.jp", Set.of("emergency"), Set.of());
        emergency("避難してください");

        deliverAnnouncements();
        sendAll();

        assertThat(ledger("lane")).containsExactly(String.valueOf(Lane.ALERT.ordinal()));
        assertThat(header(sink.taken.getFirst(), "Subject")).isEqualTo("【宮城県】【緊急】避難してください");
        assertThat(header(sink.taken.getFirst(), "Importance")).isEqualTo("high");
    }

    @Test
    void aMagazineIsBulkMail() {
        subscribed(MIYAGI, "a@example.jp", Set.of("press"), Set.of());
        magazine("第100号");

        deliverAnnouncements();
        sendAll();

        assertThat(header(sink.taken.getFirst(), "Precedence")).isEqualTo("bulk");
    }
}
