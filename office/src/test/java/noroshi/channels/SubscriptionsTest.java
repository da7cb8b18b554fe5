package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionsTest extends ChannelsTest {

    private void asks(String address, String... series) {
        subscriptions.ask(MIYAGI, address(address), new Interests(Set.of(series), Set.of()));
    }

    @Test
    void nobodyGetsMailBeforeConfirming() {
        asks("a@example.jp", "news");
        news("お知らせ");
        deliverAnnouncements();
        sendAll();

        assertThat(sink.taken).hasSize(1);
        assertThat(plain(sink.taken.getFirst())).contains("https://www.example.jp/040002/confirm?t=", "新着・お知らせ");

        assertThat(subscriptions.confirm(MIYAGI, tokenInMailTo("a@example.jp"), clock.instant()))
                .isTrue();
        news("二つ目");
        deliverAnnouncements();
        sendAll();

        assertThat(header(sink.taken.getLast(), "Subject")).contains("二つ目");
    }

    @Test
    void theSameWishIsAskedOnceADay() {
        asks("a@example.jp", "news");
        asks("A@Example.JP ", "news");
        sendAll();
        assertThat(sink.taken).hasSize(1);

        clock.advance(Duration.ofDays(1));
        asks("a@example.jp", "news");
        sendAll();
        assertThat(sink.taken).hasSize(2);
    }

    @Test
    void aLinkConfirmsWhatItsOwnMailShowed() {
        asks("a@example.jp", "news");
        sendAll();
        var first = tokenInMailTo("a@example.jp");
        // Somebody else sends the same address, wishing for everything.
        asks("a@example.jp");
        sendAll();
        assertThat(plain(sink.taken.getLast())).contains("すべての媒体");

        assertThat(subscriptions.confirm(MIYAGI, first, clock.instant())).isTrue();

        assertThat(subscriber("a@example.jp").interests().series()).containsExactly("news");
    }

    @Test
    void aChangedWishHasItsOwnMailThreeTimesADayAtMost() {
        asks("a@example.jp", "news");
        asks("a@example.jp", "press");
        asks("a@example.jp", "news", "press");
        asks("a@example.jp", "emergency");
        asks("a@example.jp");
        sendAll();

        assertThat(sink.taken).hasSize(3);
        assertThat(plain(sink.taken.get(1))).contains("みやぎ復興プレス").doesNotContain("新着・お知らせ");
    }

    @Test
    void whoeverLeftIsNotBroughtBackByAnOlderMail() {
        asks("a@example.jp", "news");
        asks("a@example.jp", "press");
        sendAll();
        var older = tokenInMailTo("a@example.jp");
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        var id = subscriber("a@example.jp").id();
        leaveToken(id);

        assertThat(subscriptions.end(MIYAGI, "leave", clock.instant())).isTrue();

        assertThat(subscriptions.confirm(MIYAGI, older, clock.instant())).isFalse();
        assertThat(subscriber("a@example.jp").status()).isEqualTo(Subscriber.Status.ENDED);
    }

    @Test
    void afterLeavingTheSameWishCanBeAskedOnTheSameDay() {
        asks("a@example.jp", "news");
        sendAll();
        subscriptions.confirm(MIYAGI, tokenInMailTo("a@example.jp"), clock.instant());
        leaveToken(subscriber("a@example.jp").id());
        subscriptions.end(MIYAGI, "leave", clock.instant());

        asks("a@example.jp", "news");
        sendAll();

        assertThat(sink.taken).hasSize(2);
        assertThat(subscriptions.confirm(MIYAGI, tokenInMailTo("a@example.jp"), clock.instant()))
                .isTrue();
    }

    private void leaveToken(long subscriber) {
        tenancy.run(
                MIYAGI,
                () -> tokenStore.add(List.of(new TokenStore.Issued(
                        Tokens.hash("leave"), MIYAGI, subscriber, TokenStore.Purpose.UNSUBSCRIPTION, null))));
    }

    @Test
    void everythingHasToBeChosen() {
        assertThat(Interests.chosen("", "")).isEmpty();
        assertThat(Interests.chosen("news", "")).isEmpty();
        assertThat(Interests.chosen("", "040002")).isEmpty();
        assertThat(Interests.chosen("all", "all")).contains(Interests.EVERYTHING);
        assertThat(Interests.chosen("news\nall", "040002")).contains(new Interests(Set.of(), Set.of("040002")));
    }

    @Test
    void aLetterThatChoosesNothingIsNotTakenForEverything() {
        var letter = new noroshi.letter.Letter(
                noroshi.letter.LetterId.next(clock.instant(), new java.security.SecureRandom()),
                MIYAGI,
                "subscription",
                clock.instant(),
                java.util.Map.of("email", "a@example.jp"),
                "",
                "");

        assertThat(new SubscriptionLetters.Subscription(subscriptions).handle(letter))
                .isInstanceOf(noroshi.letters.LetterHandler.Understanding.NotUnderstood.class);
        sendAll();
        assertThat(sink.taken).isEmpty();
    }

    @Test
    void theLifeOfAConfirmationStartsWhenItsMailIsSent() {
        asks("a@example.jp");
        clock.advance(Duration.ofDays(3));
        sendAll();
        var token = tokenInMailTo("a@example.jp");
        clock.advance(Duration.ofHours(47));

        assertThat(subscriptions.confirm(MIYAGI, token, clock.instant())).isTrue();
    }

    @Test
    void aConfirmationAfterTwoDaysIsTooLate() {
        asks("a@example.jp");
        sendAll();
        var token = tokenInMailTo("a@example.jp");
        clock.advance(Duration.ofHours(49));

        assertThat(subscriptions.confirm(MIYAGI, token, clock.instant())).isFalse();
        assertThat(subscriber("a@example.jp").status()).isEqualTo(Subscriber.Status.PENDING);
    }

    @Test
    void aButtonPressedInTimeCountsHoweverLateTheLetterComes() {
        asks("a@example.jp");
        sendAll();
        var pressed = clock.instant().plus(Duration.ofHours(1));
        clock.advance(Duration.ofDays(5));

        assertThat(subscriptions.confirm(MIYAGI, tokenInMailTo("a@example.jp"), pressed))
                .isTrue();
    }

    @Test
    void aWrongTokenDoesNothing() {
        asks("a@example.jp");
        sendAll();

        assertThat(subscriptions.confirm(MIYAGI, "x".repeat(5_000), clock.instant()))
                .isFalse();
        assertThat(subscriptions.end(MIYAGI, tokenInMailTo("a@example.jp"), clock.instant()))
                .isFalse();
        assertThat(subscriptions.confirm(SENDAI, tokenInMailTo("a@example.jp"), clock.instant()))
                .isFalse();
    }

    @Test
    void whoIsSubscribedKeepsWhatTheyHaveUntilTheyConfirmTheChange() {
        subscribed(MIYAGI, "a@example.jp", Set.of("news"), Set.of());
        asks("a@example.jp", "press");
        sendAll();
        assertThat(subscriber("a@example.jp").interests().series()).containsExactly("news");

        subscriptions.confirm(MIYAGI, tokenInMailTo("a@example.jp"), clock.instant());

        assertThat(subscriber("a@example.jp").interests().series()).containsExactly("press");
    }

    @Test
    void unsubscribingStopsMailThatIsAlreadyInTheQueue() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        news("一つ目");
        deliverAnnouncements();
        sendAll();
        news("二つ目");
        deliverAnnouncements();

        assertThat(subscriptions.end(MIYAGI, tokenInMailTo("a@example.jp"), clock.instant()))
                .isTrue();
        sendAll();

        assertThat(sink.taken).hasSize(1);
        assertThat(ledger("status", "problem")).contains("dropped no longer subscribed");
    }

    @Test
    void anUnsubscriptionThatComesLateDoesNotUndoANewerConfirmation() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        news("一つ目");
        deliverAnnouncements();
        sendAll();
        var token = tokenInMailTo("a@example.jp");
        var pressed = clock.instant();
        clock.advance(Duration.ofDays(1));
        asks("a@example.jp");
        sendAll();
        subscriptions.confirm(MIYAGI, tokenInMailTo("a@example.jp"), clock.instant());

        assertThat(subscriptions.end(MIYAGI, token, pressed)).isFalse();
        assertThat(subscriber("a@example.jp").status()).isEqualTo(Subscriber.Status.CONFIRMED);
    }

    @Test
    void theDatabaseHoldsNoTokenThatCouldBeUsed() {
        asks("a@example.jp");
        sendAll();
        var token = tokenInMailTo("a@example.jp");

        assertThat(token.length()).isGreaterThanOrEqualTo(22);
        var rows = tenancy.everywhere(() -> sql.sql(
                        "select t::text from mail_token t union all select d::text from delivery d union all select d::text from dispatch d")
                .query(String.class)
                .list());
        assertThat(rows).hasSize(3).noneMatch(row -> row.contains(token));
    }

    @Test
    void codesThatDoNotExistArePassedOver() {
        asks("a@example.jp", "news", "no-such-series");
        sendAll();
        subscriptions.confirm(MIYAGI, tokenInMailTo("a@example.jp"), clock.instant());

        assertThat(subscriber("a@example.jp").interests().series()).containsExactly("news");
    }

    @Test
    void aChoiceOfWhichNothingIsLeftIsNotEverything() {
        assertThat(subscriptions.ask(
                        MIYAGI, address("a@example.jp"), new Interests(Set.of("no-such-series"), Set.of())))
                .isFalse();
        sendAll();
        assertThat(sink.taken).isEmpty();
    }
}
