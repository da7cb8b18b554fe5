package noroshi.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterIntakeTest extends LettersTest {

    private static final int MANY = 300;

    @Test
    void aLetterIsActedOnOnceAndConfirmed() throws Exception {
        var beacon = beacon();
        note(beacon, "one");

        assertThat(fetch(beacon)).isEqualTo(1);
        assertThat(fetch(beacon)).isZero();

        assertThat(acts()).containsExactly("one");
        assertThat(beacon.confirmations).isEqualTo(1);
    }

    @Test
    void theSameLetterFromTwoBeaconsIsOneAct() throws Exception {
        var first = beacon();
        var second = beacon();
        var letter = note(first, "one");
        second.keep(letter);

        fetch(first);
        fetch(second);

        assertThat(acts()).containsExactly("one");
        assertThat(second.confirmations).isEqualTo(1);
    }

    @Test
    void lettersAreActedOnInTheBeaconsTime() throws Exception {
        var beacon = beacon();
        var late = clock.instant().plusSeconds(60);
        beacon.send(MIYAGI, "note", late, Map.of("text", "second"));
        beacon.send(MIYAGI, "note", clock.instant(), Map.of("text", "first"));

        fetch(beacon);

        assertThat(acts()).containsExactly("first", "second");
    }

    @Test
    void aPoisonousLetterStopsNoOther() throws Exception {
        var beacon = beacon();
        note(beacon, "before");
        note(beacon, "poison");
        note(beacon, "after");

        fetch(beacon);

        assertThat(acts()).containsExactly("before", "after");
        assertThat(rows()).containsExactly("040002 note acted", "040002 note failed", "040002 note acted");
    }

    @Test
    void aFailedLetterIsTriedAgainAndActedOnInTheEnd() throws Exception {
        var beacon = beacon();
        boolean[] broken = {true};
        whileActing = () -> {
            if (broken[0]) throw new IllegalStateException("not now");
        };
        note(beacon, "one");
        fetch(beacon);
        assertThat(acts()).isEmpty();

        broken[0] = false;
        intake().retryDue();
        assertThat(acts()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        intake().retryDue();
        intake().retryDue();

        assertThat(acts()).containsExactly("one");
        assertThat(rows()).containsExactly("040002 note acted");
    }

    @Test
    void aLetterThatCameTooEarlyIsActedOnWhenWhatItWaitsForHasCome() throws Exception {
        var beacon = beacon();
        note(beacon, "early");
        fetch(beacon);
        clock.advance(Duration.ofDays(3));
        intake().retryDue();
        assertThat(rows()).containsExactly("040002 note not_understood");
        assertThat(beacon.confirmations).as("it is kept here").isEqualTo(1);

        note(beacon, "awaited");
        fetch(beacon);
        intake().retryDue();

        assertThat(acts()).containsExactly("awaited", "early");
        assertThat(rows()).containsExactly("040002 note acted", "040002 note acted");
    }

    @Test
    void aHopelessLetterWaitsForAPerson() throws Exception {
        var beacon = beacon();
        note(beacon, "poison");
        fetch(beacon);
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofHours(2));
            intake().retryDue();
        }

        var attempts = tenancy.everywhere(() ->
                sql.sql("select attempts from letter").query(Integer.class).single());
        assertThat(attempts).isEqualTo(LetterStore.ATTEMPTS_MAX);
        assertThat(rows()).containsExactly("040002 note failed");
    }

    @Test
    void whatNobodyUnderstandsIsKeptWithItsReason() throws Exception {
        var beacon = beacon();
        beacon.send(MIYAGI, "no-such-form", clock.instant(), Map.of("a", "b"));
        beacon.send("999999", "note", clock.instant().plusSeconds(1), Map.of("text", "lost?"));
        note(beacon, "");

        fetch(beacon);

        assertThat(rows())
                .containsExactlyInAnyOrder(
                        "040002 no-such-form not_understood",
                        "040002 note not_understood",
                        "040002 note not_understood");
        var reasons = tenancy.everywhere(
                () -> sql.sql("select problem from letter").query(String.class).list());
        assertThat(reasons).allMatch(reason -> reason.endsWith("。"));
        assertThat(beacon.confirmations).isEqualTo(1);
    }

    @Test
    void aLetterForALostKeyStaysSealedAndIsNotLost() throws Exception {
        var beacon = beacon();
        note(beacon, "secret");

        new BeaconMail(
                        "b",
                        beacon.client(http),
                        intake(Beacon.newKey()),
                        cursors,
                        tenancy,
                        BeaconMail.Moments.UNDISTURBED)
                .round(Duration.ZERO);

        assertThat(rows()).containsExactly("040002  sealed");
    }

    @Test
    void aSealedLetterIsOpenedAsSoonAsItCanBeAndActedOnAtItsOwnGovernment() throws Exception {
        var beacon = beacon();
        beacon.send(SENDAI, "note", clock.instant(), Map.of("text", "secret"));
        beacon.send("999999", "note", clock.instant().plusSeconds(1), Map.of("text", "nowhere"));
        var withoutKey = intake(Beacon.newKey());
        new BeaconMail("b", beacon.client(http), withoutKey, cursors, tenancy, BeaconMail.Moments.UNDISTURBED)
                .round(Duration.ZERO);
        clock.advance(Duration.ofMinutes(1));
        withoutKey.retryDue();
        assertThat(rows()).containsExactly("040002  sealed", "040002  sealed");

        clock.advance(Duration.ofMinutes(1));
        intake().retryDue();
        intake().retryDue();

        assertThat(acts()).containsExactly("secret");
        assertThat(rows()).containsExactly("041009 note acted", "040002 note not_understood");
    }

    @Test
    void killedWhileActingNothingHasHappened() throws Exception {
        var beacon = beacon();
        note(beacon, "one");
        whileActing = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> fetch(beacon)).isInstanceOf(Killed.class);
        assertThat(rows()).isEmpty();
        assertThat(beacon.confirmations).isZero();

        whileActing = () -> {};
        fetch(beacon);

        assertThat(acts()).containsExactly("one");
    }

    @Test
    void killedBeforeTheConfirmationItIsStillOneAct() throws Exception {
        var beacon = beacon();
        note(beacon, "one");
        assertThatThrownBy(() -> fetch(beacon, new BeaconMail.Moments() {
                    @Override
                    public void taken() {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
        assertThat(beacon.confirmations).isZero();

        fetch(beacon);

        assertThat(acts()).containsExactly("one");
        assertThat(beacon.confirmations).isEqualTo(1);
    }

    @Test
    void killedAfterTheConfirmationItIsStillOneAct() throws Exception {
        var beacon = beacon();
        note(beacon, "one");
        assertThatThrownBy(() -> fetch(beacon, new BeaconMail.Moments() {
                    @Override
                    public void confirmed() {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);

        note(beacon, "two");
        fetch(beacon);

        assertThat(acts()).containsExactly("one", "two");
    }

    @Test
    void whileTheDatabaseKeepsNothingTheBeaconKeepsEverything() throws Exception {
        var beacon = beacon();
        note(beacon, "one");
        asOwner("alter table letter rename to letter_away");
        try {
            assertThatThrownBy(() -> fetch(beacon)).isInstanceOf(RuntimeException.class);
        } finally {
            asOwner("alter table letter_away rename to letter");
        }
        assertThat(beacon.confirmations).isZero();

        fetch(beacon);

        assertThat(acts()).containsExactly("one");
    }

    @Test
    void whatWasWrittenIsForgottenInTime() throws Exception {
        var beacon = beacon();
        var letter = note(beacon, "my address is …");
        fetch(beacon);
        clock.advance(Duration.ofDays(31));
        var now = clock.instant();

        tenancy.everywhere(() -> letters.erase(now.minus(Duration.ofDays(30)), now));

        var row = tenancy.everywhere(() ->
                sql.sql("select l::text from letter l").query(String.class).single());
        assertThat(row).doesNotContain("my address", letter.receiptCode());
        beacon.keep(letter);
        fetch(beacon);
        assertThat(acts()).containsExactly("my address is …");
    }

    @Test
    void anOfficerLetsALetterBeTriedAgain() throws Exception {
        var beacon = beacon();
        var letter = beacon.send(MIYAGI, "later", clock.instant(), Map.of("text", "x"));
        fetch(beacon);
        var desk = new LetterDesk(sql, json, intake(), tenancy, audit);
        assertThat(desk.list(MIYAGI, 0, 10))
                .extracting(LetterDesk.Open::status)
                .containsExactly(LetterDesk.Status.NOT_UNDERSTOOD);
        handlers.add(new LetterHandler() {
            @Override
            public String form() {
                return "later";
            }

            @Override
            public Understanding handle(noroshi.letter.Letter late) {
                return Understanding.ACTED;
            }
        });

        assertThat(desk.retry(MIYAGI, letter.id().toString(), 1)).isTrue();
        assertThat(desk.retry(MIYAGI, letter.id().toString(), 1)).isFalse();

        assertThat(desk.count(MIYAGI)).isZero();
    }

    @Test
    void aGovernmentSeesItsOwnLettersOnly() throws Exception {
        var beacon = beacon();
        note(beacon, "one");
        fetch(beacon);

        long seen = tenancy.in(
                SENDAI,
                () -> sql.sql("select count(*) from letter").query(Long.class).single());
        assertThat(seen).isZero();
    }

    @Test
    void manyLettersAtTwoBeaconsFetchedAtOnceByAnOfficeThatDiesAgainAndAgainAreOneActEach() throws Exception {
        var one = beacon();
        var two = beacon();
        var sealer = new noroshi.letter.Seal(key.letterKey(), new java.security.SecureRandom());
        for (int i = 0; i < MANY; i++) {
            var sealed = sealer.seal(letter("note " + i));
            one.keep(sealed);
            two.keep(sealed);
        }
        for (int deaths = 0; deaths < 4; deaths++) {
            var left = new java.util.concurrent.atomic.AtomicInteger(MANY / 5);
            whileActing = () -> {
                if (left.decrementAndGet() < 0) throw new Killed();
            };
            atOnce(one, two);
        }
        whileActing = () -> {};
        atOnce(one, two);

        assertThat(acts()).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(one.unconfirmed()).isZero();
        assertThat(two.unconfirmed()).isZero();
    }

    private void atOnce(Beacon... beacons) throws InterruptedException {
        var threads = new java.util.ArrayList<Thread>();
        for (var beacon : beacons)
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, killed) -> {})
                    .start(() -> {
                        try {
                            while (fetch(beacon) > 0) {}
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }));
        for (var thread : threads) thread.join();
    }

    private noroshi.letter.Letter letter(String text) {
        var random = new java.util.Random(text.hashCode());
        var receipt = noroshi.letter.Receipt.issue(clock.instant(), random);
        return new noroshi.letter.Letter(
                noroshi.letter.LetterId.next(clock.instant(), random),
                MIYAGI,
                "note",
                clock.instant(),
                Map.of("text", text),
                receipt.number(),
                receipt.code());
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = asOwner();
                var jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        }
    }
}
