package noroshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./noroshi soak letters}. */
class LetterSoakTest {

    @TempDir
    Path folder;

    @Test
    void everyReceiptIsActedOnExactlyOnceThoughBothBeaconsAreKilledAndOneLosesItsSpool() throws Exception {
        var home = Path.of("..").toAbsolutePath().normalize();
        var result = new LetterSoak(home, folder, 3_000, 2, 311).run();
        result.print(System.out);
        assertThat(result.receipts()).isGreaterThanOrEqualTo(3_000);
        assertThat(result.ofTwo()).isPositive();
        assertThat(result.lost()).isZero();
        assertThat(result.twice()).isZero();
    }
}
