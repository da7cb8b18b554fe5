package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import noroshi.platform.Lane;
import org.junit.jupiter.api.Test;

class SenderTest extends ChannelsTest {

    private static final List<Lane> ALL = List.of(Lane.values());

    /** The process is gone, as after kill -9: an Error that nobody catches. */
    private static final class Killed extends Error {}

    private void articleFor(String... addresses) {
        for (var address : addresses) subscribed(MIYAGI, address, Set.of(), Set.of());
        news("お知らせ");
        deliverAnnouncements();
    }

    @Test
    void alertsOvertakeNewsletters() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        magazine("第100号");
        news("お知らせ");
        deliverAnnouncements();
        dispatches.alert(MIYAGI, List.of(), "大津波警報", "高台へ避難してください。", "", null, "1");

        sendAll();

        assertThat(ledger("lane")).containsExactly("2", "1", "0");
        assertThat(sink.taken).extracting(t -> header(t, "Subject")).startsWith("【宮城県】【緊急】大津波警報");
    }

    @Test
    void oneConnectionCarriesManyMails() {
        articleFor("a@example.jp", "b@example.jp", "c@example.jp");
        var smtp = connection();

        sender().step(smtp, ALL);

        assertThat(sink.taken).hasSize(3);
    }

    @Test
    void anUnknownMailboxIsRefusedForGood() {
        articleFor("gone@example.jp", "here@example.jp");
        sink.refuse("gone@example.jp", 550, "5.1.1 User unknown");

        sendAll();

        assertThat(ledger("address", "status"))
                .containsExactlyInAnyOrder("gone@example.jp refused", "here@example.jp sent");
        assertThat(ledger("problem")).anyMatch(problem -> problem.contains("5.1.1 User unknown"));
    }

    @Test
    void anAddressThatIsRefusedTwiceGetsNoMoreMail() {
        articleFor("gone@example.jp");
        sink.refuse("gone@example.jp", 550, "5.1.1 User unknown");
        sendAll();
        assertThat(subscriber("gone@example.jp").status()).isEqualTo(Subscriber.Status.CONFIRMED);

        sink.refuse("gone@example.jp", 550, "5.1.1 User unknown");
        news("二つ目");
        deliverAnnouncements();
        sendAll();

        assertThat(subscriber("gone@example.jp").status()).isEqualTo(Subscriber.Status.BOUNCING);
    }

    @Test
    void contentThatIsRefusedIsNotTheRecipientsFault() {
        articleFor("a@example.jp");
        sink.refuseContent(554, "5.6.0 looks like spam");

        sendAll();

        assertThat(ledger("status")).containsExactly("refused");
        assertThat(subscriber("a@example.jp").status()).isEqualTo(Subscriber.Status.CONFIRMED);
    }

    @Test
    void aGreylistedMailGoesLater() {
        articleFor("a@example.jp");
        sink.refuse("a@example.jp", 450, "4.2.0 greylisted");
        sendAll();
        assertThat(ledger("status", "attempts")).containsExactly("waiting 1");
        assertThat(sink.taken).isEmpty();

        clock.advance(Duration.ofMinutes(2));
        sendAll();

        assertThat(ledger("status", "attempts")).containsExactly("sent 2");
    }

    @Test
    void aMailThatIsNeverTakenIsGivenUp() {
        articleFor("a@example.jp");
        for (int day = 0; day < 6; day++) {
            sink.refuse("a@example.jp", 452, "4.2.2 mailbox full");
            sendAll();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(ledger("status")).containsExactly("given_up");
    }

    @Test
    void aDomainThatAsksForPatienceIsLeftAlone() {
        articleFor("a@slow.example", "b@slow.example", "c@quick.example");
        sink.refuse("a@slow.example", 451, "4.7.1 slow down");
        rates = new Rates(60, 60);
        var smtp = connection();
        var sender = sender();
        sender.step(smtp, ALL);
        news("二つ目");
        deliverAnnouncements();

        var before = sink.taken.size();
        sender.step(smtp, ALL);

        assertThat(sink.recipients().subList(before, sink.taken.size())).containsExactly("c@quick.example");
    }

    @Test
    void aRefusedSenderBlamesNoRecipient() {
        articleFor("a@example.jp", "b@example.jp");
        sink.refuseSender(550, "5.7.1 sender not allowed");

        assertThat(sender().step(connection(), ALL)).isInstanceOf(Sender.Round.ServerAway.class);

        assertThat(ledger("status")).containsOnly("waiting");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        assertThat(ledger("status")).containsOnly("sent");
    }

    @Test
    void aServerThatIsAwayLosesNothing() {
        articleFor("a@example.jp", "b@example.jp");
        var smtp = connection();
        sink.close();

        assertThat(sender().step(smtp, ALL)).isInstanceOf(Sender.Round.ServerAway.class);

        assertThat(ledger("status", "attempts")).containsExactlyInAnyOrder("waiting 1", "waiting 0");
    }

    @Test
    void killedAfterTheClaimItIsSentWhenTheLeaseRunsOut() {
        articleFor("a@example.jp");
        var dying = sender(new Moments() {
            @Override
            public void claimed() {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> dying.step(connection(), ALL)).isInstanceOf(Killed.class);
        sendAll();
        assertThat(sink.taken).isEmpty();

        clock.advance(DeliveryQueue.LEASE.plusSeconds(1));
        tenancy.everywhere(() -> queue.freeExpired(clock.instant(), Instant.EPOCH));
        sendAll();

        assertThat(sink.taken).hasSize(1);
        assertThat(ledger("status", "attempts")).containsExactly("sent 2");
    }

    @Test
    void theNextOfficeTakesOverAtOnceWhatADeadOneHeld() {
        articleFor("a@example.jp");
        var dying = sender(new Moments() {
            @Override
            public void claimed() {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> dying.step(connection(), ALL)).isInstanceOf(Killed.class);

        clock.advance(Duration.ofSeconds(8));
        assertThat(tenancy.everywhere(() -> queue.freeExpired(clock.instant(), Instant.EPOCH)))
                .isZero();
        assertThat(tenancy.everywhere(() -> queue.freeExpired(clock.instant(), clock.instant())))
                .isOne();
        sendAll();

        assertThat(sink.taken).hasSize(1);
    }

    @Test
    void killedBetweenAnswerAndRecordTheSameMailGoesAgain() {
        articleFor("a@example.jp");
        var dying = sender(new Moments() {
            @Override
            public void answered(Delivery delivery) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> dying.step(connection(), ALL)).isInstanceOf(Killed.class);
        clock.advance(DeliveryQueue.LEASE.plusSeconds(1));
        tenancy.everywhere(() -> queue.freeExpired(clock.instant(), Instant.EPOCH));

        sendAll();

        assertThat(sink.taken).hasSize(2);
        assertThat(header(sink.taken.get(0), "Message-ID"))
                .isNotEmpty()
                .isEqualTo(header(sink.taken.get(1), "Message-ID"));
        assertThat(ledger("status")).containsExactly("sent");
    }

    @Test
    void aDatabaseThatWasAwayForAMomentIsToldOfTheAnswerAndNoMailGoesTwice() {
        articleFor("a@example.jp", "b@example.jp");
        var fallen = new AtomicBoolean();
        var sender = sender(new Moments() {
            @Override
            public void answered(Delivery delivery) {
                if (fallen.compareAndSet(false, true)) throw new IllegalStateException("the database is away");
            }
        });
        var smtp = connection();
        assertThatThrownBy(() -> sender.step(smtp, ALL)).hasMessageContaining("away");
        assertThat(sink.taken).hasSize(1);

        sender.step(smtp, ALL);

        assertThat(sink.taken).hasSize(2);
        assertThat(ledger("status", "attempts")).containsExactly("sent 1", "sent 1");
    }

    @Test
    void aLateResultOfALostClaimDoesNotCount() {
        articleFor("a@example.jp");
        var smtp = connection();
        var other = sender();
        var slow = sender(new Moments() {
            @Override
            public void answered(Delivery delivery) {
                clock.advance(DeliveryQueue.LEASE.plusSeconds(1));
                tenancy.everywhere(() -> queue.freeExpired(clock.instant(), Instant.EPOCH));
                sink.refuse("a@example.jp", 550, "5.1.1 User unknown");
                other.step(connection(), ALL);
            }
        });

        slow.step(smtp, ALL);

        assertThat(ledger("status", "attempts")).containsExactly("refused 2");
    }
}
