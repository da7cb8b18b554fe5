package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import noroshi.platform.Lane;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final Instant START = Instant.parse("2026-03-11T05:46:00Z");
    private final Rates rates = new Rates(60, 600);

    @Test
    void aDomainGetsItsRateAndNoMore() {
        assertThat(rates.take(Lane.BULK, "a.example", 100, START)).isEqualTo(10);
        assertThat(rates.take(Lane.BULK, "a.example", 100, START)).isZero();
        assertThat(rates.take(Lane.ORDINARY, "a.example", 100, START.plusSeconds(3)))
                .isEqualTo(3);
        assertThat(rates.take(Lane.BULK, "b.example", 100, START)).isEqualTo(10);
    }

    @Test
    void aNewsletterCannotUseUpAnAlertsRate() {
        rates.take(Lane.BULK, "a.example", 1_000, START);

        assertThat(rates.take(Lane.ALERT, "a.example", 1_000, START)).isEqualTo(100);
    }

    @Test
    void eachComplaintInARowMeansALongerPause() {
        rates.complained(Lane.BULK, "a.example", START);
        assertThat(rates.take(Lane.BULK, "a.example", 1, START.plusSeconds(14))).isZero();
        assertThat(rates.take(Lane.BULK, "a.example", 1, START.plusSeconds(15))).isOne();

        rates.complained(Lane.BULK, "a.example", START.plusSeconds(20));
        assertThat(rates.take(Lane.BULK, "a.example", 1, START.plusSeconds(45))).isZero();

        rates.accepted(Lane.BULK, "a.example", START.plusSeconds(51));
        rates.complained(Lane.BULK, "a.example", START.plusSeconds(52));
        assertThat(rates.take(Lane.BULK, "a.example", 1, START.plusSeconds(68))).isOne();
    }
}
