package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PrintTest {

    private static String words(Random random, int characters) {
        var words = new StringBuilder();
        for (int i = 0; i < characters; i++) words.append((char) (0x4E00 + random.nextInt(2_000)));
        return words.toString();
    }

    @Test
    void theSameTextHasTheSamePrintWhateverItsBlanksAndWidths() {
        var text = words(new Random(1), 400) + "ABC";
        assertThat(Print.likeness(
                        Print.of(text).signature(),
                        Print.of(text.replaceAll("(.{40})", "$1\n　").replace("ABC", "ＡＢＣ"))
                                .signature()))
                .isEqualTo(100);
    }

    @Test
    void aTextChangedInFewPlacesIsFoundAndAnotherIsNot() {
        var random = new Random(2);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            var text = words(random, 600);
            var changed = text.substring(0, 300) + "変わった所" + text.substring(310);
            var other = words(random, 600);
            if (shareABand(Print.of(text), Print.of(changed))) found++;
            assertThat(Print.likeness(
                            Print.of(text).signature(), Print.of(other).signature()))
                    .isLessThan(Twins.LIKENESS_MIN);
        }
        assertThat(found).isGreaterThanOrEqualTo(98);
    }

    @Test
    void aShortTextIsLikeNothing() {
        assertThat(Print.of("本日は休館です。").isLongEnough()).isFalse();
        assertThat(Print.likeness(Print.of("短い").signature(), Print.of("短い").signature()))
                .isZero();
    }

    private static boolean shareABand(Print a, Print b) {
        return LongStream.of(a.bands())
                .anyMatch(band -> Arrays.stream(b.bands()).anyMatch(other -> other == band));
    }
}
