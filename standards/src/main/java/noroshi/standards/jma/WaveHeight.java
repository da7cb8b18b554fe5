package noroshi.standards.jma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The greatest wave: forecast, observed or estimated.
 *
 * @param metres null where JMA gives no number (巨大, 高い, 観測中, 微弱)
 * @param text for readers, as JMA writes it: １０ｍ超, 巨大, ０．２ｍ未満, ２．８ｍ以上; "" if none
 * @param condition 重要, 観測中, 微弱, 欠測, 推定中; several are separated by a full-width space; "" if none
 * @param rising true while the water still rises (上昇中)
 * @param time when it was observed or is expected
 * @param revision 追加 or 更新 against the report before, else ""
 */
public record WaveHeight(
        @Nullable Double metres,
        String text,
        String condition,
        boolean rising,
        @Nullable Instant time,
        String revision) {

    /** For a table cell: １０ｍ超, 巨大, ５．３ｍ（上昇中）, 観測中; "" if nothing is said. */
    public String label() {
        if (text.isEmpty()) {
            return condition;
        }
        return rising ? text + "（上昇中）" : text;
    }
}
