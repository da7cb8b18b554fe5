package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import noroshi.channels.Dispatches.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertTest extends ChannelsTest {

    @BeforeEach
    void someoneWantsEmergencies() {
        subscribed(MIYAGI, "a@example.jp", Set.of("emergency"), Set.of("041009"));
    }

    private Told alert(String key, String... areas) {
        return dispatches.alert(MIYAGI, List.of(areas), "大津波警報", "高台へ。", "", null, key);
    }

    @Test
    void aStateIsToldOnce() {
        assertThat(alert("17:major", "041009")).isInstanceOf(Told.Queued.class);
        assertThat(alert("17:major", "041009")).isInstanceOf(Told.Already.class);
        sendAll();

        assertThat(sink.taken).hasSize(1);
    }

    @Test
    void anotherAreasAlertIsNotSentHere() {
        alert("17:major", "042021");
        deliverAnnouncements();

        assertThat(ledger("address")).isEmpty();
    }

    @Test
    void aFloodOfAlertsWaitsForAnOfficer() {
        for (int i = 0; i < settings.alertsPerHour(); i++)
            assertThat(alert("n" + i)).isInstanceOf(Told.Queued.class);
        var held = alert("one too many");
        sendAll();
        assertThat(held).isInstanceOf(Told.Held.class);
        assertThat(sink.taken).hasSize(settings.alertsPerHour());

        assertThat(dispatches.release(MIYAGI, ((Told.Held) held).dispatch(), watch.id()))
                .isTrue();
        assertThat(dispatches.release(MIYAGI, ((Told.Held) held).dispatch(), watch.id()))
                .isFalse();
        sendAll();

        assertThat(sink.taken).hasSize(settings.alertsPerHour() + 1);
    }

    @Test
    void anAlertAnnouncedTwiceIsWrittenOnce() {
        var told = (Told.Queued) alert("17:major");
        dispatches.writeDeliveries(MIYAGI, told.dispatch());
        deliverAnnouncements();

        assertThat(ledger("address")).hasSize(1);
        assertThat(tenancy.in(MIYAGI, () -> new DispatchDesk(sql).find(MIYAGI, told.dispatch())))
                .hasValueSatisfying(
                        dispatch -> assertThat(dispatch.recipients()).isOne());
    }

    @Test
    void anHourLaterAlertsGoAgain() {
        for (int i = 0; i < settings.alertsPerHour(); i++) alert("n" + i);
        clock.advance(Duration.ofMinutes(61));

        assertThat(alert("later")).isInstanceOf(Told.Queued.class);
    }

    @Test
    void aStoppedDispatchIsNotSent() {
        var told = (Told.Queued) alert("wrong");

        dispatches.stop(MIYAGI, told.dispatch(), watch.id());
        sendAll();

        assertThat(sink.taken).isEmpty();
        assertThat(ledger("status", "problem")).containsExactly("dropped stopped");
    }
}
