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

    @Test
    void linksToFootnotesAreLookedUpNotSearched() {
        assertThat(inTime(() -> Cleaning.html("<p><a href=#_ftnref1>語".repeat(10_000), Wishes.PASTE)))
                .contains("語");
        assertThat(inTime(() -> Cleaning.html(
                        "<p>本文<a href=#_ftn1>[1]</a></p><div id=ftn1><p><a href=#_ftnref1>[1]</a>注の文</p></div>",
                        Wishes.PASTE)))
                .contains("[^1]", "[^1]: 注の文");
    }

    @Test
    void oneLongLineMakesNoTableOfMillionsOfCells() {
        var cleaned = inTime(() -> Cleaning.text("あ\t".repeat(100_000) + "\nい\tう".repeat(100_000)));

        assertThat(cleaned).contains("い う").doesNotContain("|");
    }

    private static String inTime(Supplier<Cleaned> cleaning) {
        return assertTimeoutPreemptively(ENOUGH, cleaning::get).markdown();
    }
}
