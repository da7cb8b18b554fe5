package noroshi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TotpTest {

    /** RFC 6238, appendix B; its eight digits end in our six. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Map<Long, String> VECTORS = Map.of(
            59L,
            "287082",
            1111111109L,
            "081804",
            1111111111L,
            "050471",
            1234567890L,
            "005924",
            2000000000L,
            "279037",
            20000000000L,
            "353130");

    @Test
    void theCodesAreThoseOfTheStandard() {
        VECTORS.forEach((second, code) -> assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code));
    }

    @Test
    void aCodeWorksOnceAndNeverAnOlderOne() {
        var at = Instant.ofEpochSecond(1111111111L);
        long step = Totp.step(at);

        assertThat(Totp.match(SECRET, "050471", at, 0)).hasValue(step);
        assertThat(Totp.match(SECRET, "050471", at, step)).isEqualTo(OptionalLong.empty());
        assertThat(Totp.match(SECRET, "081804", at, step)).as("the step before").isEmpty();
    }

    @Test
    void aClockMayBeOneStepOffAndNoMore() {
        var at = Instant.ofEpochSecond(1111111111L);

        for (int off = -3; off <= 3; off++)
            assertThat(Totp.match(SECRET, "050471", at.plusSeconds(30L * off), 0)
                            .isPresent())
                    .as("%d steps off", off)
                    .isEqualTo(Math.abs(off) <= 1);
    }

    @Test
    void whatIsNoCodeMatchesNothing() {
        for (var typed : new String[] {"", "12345", "1234567", "０５０４７１", "abcdef"})
            assertThat(Totp.match(SECRET, typed, Instant.ofEpochSecond(1111111111L), 0))
                    .as(typed)
                    .isEmpty();
    }

    /** RFC 4648, §10. */
    @Test
    void secretsAreWrittenInBase32() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
