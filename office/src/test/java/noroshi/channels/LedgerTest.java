package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import noroshi.channels.Subscriber.Status;
import org.junit.jupiter.api.Test;

class LedgerTest extends ChannelsTest {

    private final Ledger ledger = new Ledger(sql, tenancy);
    private final Subscribers desk = new Subscribers(sql, subscribers, tenancy, clock, audit);

    @Test
    void aDispatchShowsWhatBecameOfEachDelivery() {
        for (var name : Set.of("a", "b", "gone")) subscribed(MIYAGI, name + "@example.jp", Set.of(), Set.of());
        sink.refuse("gone@example.jp", 550, "5.1.1 User unknown");
        var article = news("お知らせ");
        deliverAnnouncements();
        assertThat(ledger.waiting(MIYAGI)).extracting(Ledger.Waiting::mails).containsExactly(3);
        sendAll();

        var line = ledger.list(MIYAGI, 0, 10).getFirst();
        assertThat(line.recipients()).isEqualTo(3);
        assertThat(line.sent()).isEqualTo(2);
        assertThat(line.refused()).isOne();
        assertThat(ledger.ofArticle(MIYAGI, article.id())).containsExactly(line);
        assertThat(ledger.find(SENDAI, line.id())).isEmpty();
        assertThat(ledger.deliveries(MIYAGI, line.id(), DeliveryStatus.REFUSED, 0, 10))
                .extracting(Ledger.Entry::address)
                .containsExactly("gone@example.jp");
    }

    @Test
    void whatWasRefusedCanGoAgain() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        sink.refuse("a@example.jp", 554, "5.7.1 relay access denied");
        news("お知らせ");
        deliverAnnouncements();
        sendAll();
        long dispatch = ledger.list(MIYAGI, 0, 1).getFirst().id();

        assertThat(dispatches.retry(MIYAGI, dispatch, author.id())).isOne();
        sendAll();

        assertThat(sink.recipients()).containsExactly("a@example.jp");
    }

    @Test
    void whoeverAnswersTheTelephoneSeesWhatWasSent() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        news("お知らせ");
        deliverAnnouncements();
        dispatches.person(MIYAGI, DispatchKind.ANSWER, "answer:1", address("a@example.jp"), "回答", "本文");
        sendAll();

        assertThat(ledger.history(MIYAGI, address("a@example.jp"), 10))
                .extracting(Ledger.Entry::subject)
                .containsExactly("【宮城県】回答", "【宮城県】お知らせ");
    }

    @Test
    void anOfficerEndsASubscriptionOnRequestAndItIsOnTheRecord() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        long id = desk.find(MIYAGI, address("a@example.jp")).orElseThrow().id();

        assertThat(desk.end(MIYAGI, id, author.id())).isTrue();
        assertThat(desk.end(MIYAGI, id, author.id())).isFalse();

        assertThat(desk.counts(MIYAGI)).isEqualTo(Map.of(Status.ENDED, 1));
        assertThat(desk.list(MIYAGI, Status.CONFIRMED, 0, 10)).isEmpty();
    }
}
