package noroshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void aPercentileIsAValueThatWasReallyWaited() {
        var times = new Times();
        for (int i = 1; i <= 200; i++) times.add(i);

        assertThat(times.percentile(0.5)).isEqualTo(100);
        assertThat(times.percentile(0.99)).isEqualTo(198);
        assertThat(times.max()).isEqualTo(200);
    }

    @Test
    void withoutMeasurementsThereIsNoNumber() {
        assertThat(new Times().max()).isNaN();
    }
}
