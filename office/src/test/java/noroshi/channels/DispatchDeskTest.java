package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import noroshi.channels.Subscriber.Status;
import org.junit.jupiter.api.Test;

class DispatchDeskTest extends ChannelsTest {

    private final DispatchDesk desk = new DispatchDesk(sql);
    private final Subscribers subscriptions = new Subscribers(sql, subscribers, tenancy, clock, audit);

    @Test
    void aDispatchShowsWhatBecameOfEachDelivery() {
        for (var name : Set.of("a", "b", "gone")) subscribed(MIYAGI, name + "@example.jp", Set.of(), Set.of());
        sink.refuse("gone@example.jp", 550, "5.1.1 User unknown");
        var article = news("お知らせ");
        deliverAnnouncements();
        assertThat(tenancy.in(MIYAGI, desk::queue).waiting()).isEqualTo(3);
        assertThat(newest().waiting()).isEqualTo(3);
        sendAll();

        var summary = newest();
        assertThat(summary.article()).isEqualTo(article.id());
        assertThat(summary.recipients()).isEqualTo(3);
        assertThat(summary.sent()).isEqualTo(2);
        assertThat(summary.refused()).isOne();
        assertThat(tenancy.in(MIYAGI, () -> desk.find(MIYAGI, summary.id()))).contains(summary);
        assertThat(tenancy.in(SENDAI, () -> desk.find(MIYAGI, summary.id()))).isEmpty();
        assertThat(tenancy.in(MIYAGI, () -> desk.failures(MIYAGI, 10)))
                .extracting(DispatchDesk.Failure::address)
                .containsExactly("gone@example.jp");
        assertThat(tenancy.in(MIYAGI, desk::queue).waiting()).isZero();
    }

    @Test
    void whatWasRefusedCanGoAgain() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        sink.refuse("a@example.jp", 554, "5.7.1 relay access denied");
        news("お知らせ");
        deliverAnnouncements();
        sendAll();
        long dispatch = newest().id();

        assertThat(dispatches.retry(MIYAGI, dispatch, author.id())).isOne();
        sendAll();

        assertThat(sink.recipients()).containsExactly("a@example.jp");
    }

    @Test
    void anOfficerEndsASubscriptionOnRequestAndItIsOnTheRecord() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        long id = subscriptions
                .find(MIYAGI, address("a@example.jp"))
                .orElseThrow()
                .id();

        assertThat(subscriptions.end(MIYAGI, id, author.id())).isTrue();
        assertThat(subscriptions.end(MIYAGI, id, author.id())).isFalse();

        assertThat(subscriptions.counts(MIYAGI)).isEqualTo(Map.of(Status.ENDED, 1));
        assertThat(subscriptions.list(MIYAGI, Status.CONFIRMED, 0, 10)).isEmpty();
    }

    private DispatchDesk.Summary newest() {
        return tenancy.in(MIYAGI, () -> desk.list(MIYAGI, null, 1)).getFirst();
    }
}
