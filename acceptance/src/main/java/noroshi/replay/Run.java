package noroshi.replay;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/**
 * One run of the replay.
 *
 * @param name of this run in whatever it sends, so that it is told from earlier ones: 11月23日18時20分30秒
 * @param code the same for addresses
 * @param random the same seed gives the same figures and names
 */
record Run(String name, String code, Random random, Extent extent) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** How much of the scenario is played. */
    record Extent(int towns, int sheltersEach, int evacueesEach, int lossReports) {

        static final Extent WHOLE = new Extent(5, 4, 8, 10);
        static final Extent SHORT = new Extent(2, 2, 2, 3);
    }

    static Run of(InstantSource clock, long seed, Extent extent) {
        var now = clock.instant().atZone(JAPAN);
        return new Run(
                DateTimeFormatter.ofPattern("M月d日H時mm分ss秒", Locale.JAPAN).format(now),
                "replay2011-"
                        + DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
                                .format(now),
                new Random(seed),
                extent);
    }

    /** What marks all of its words: 訓練（2011年の再現、…開始）. */
    String mark() {
        return "訓練（2011年の再現、%s開始）".formatted(name);
    }
}
