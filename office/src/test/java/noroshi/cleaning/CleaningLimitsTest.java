package noroshi.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is pasted costs about as much as it is long: one officer's clipboard must not hold up the office. Each of these once took minutes. */
class CleaningLimitsTest {

    private static final Duration ENOUGH = Duration.ofSeconds(20);

    @Test
    void codeOfNothingButTicksIsFencedInOnePass() {
        var cleaned = inTime(() -> Cleaning.html("<pre>" + "`".repeat(1_000_000) + "</pre>", Wishes.PASTE));

        assertThat(cleaned.lines().map(String::length)).containsExactly(1_000_001, 1_000_000, 1_000_001);
    }

    private static String inTime(Supplier<Cleaned> cleaning) {
        return assertTimeoutPreemptively(ENOUGH, cleaning::get).markdown();
    }
}
