package noroshi.letters;

import static noroshi.platform.Require.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Letters are treated ({@code noroshi.letters.*}).
 *
 * @param keepDays what was written in a Letter is erased so many days after it was acted on
 * @param waitSeconds how long one fetch waits at a beacon for something to come
 */
@ConfigurationProperties("noroshi.letters")
record LetterSettings(
        @DefaultValue("30") int keepDays,
        @DefaultValue("25") int waitSeconds) {

    LetterSettings {
        require(keepDays >= 1 && keepDays <= 3650, "noroshi.letters.keep-days (%d) is 1 to 3650.", keepDays);
        require(waitSeconds >= 1 && waitSeconds <= 55, "noroshi.letters.wait-seconds (%d) is 1 to 55.", waitSeconds);
    }
}
