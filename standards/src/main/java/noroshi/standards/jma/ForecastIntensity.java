package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/**
 * A range of forecast intensity.
 *
 * @param from null if unknown (不明)
 * @param to null if unknown, or open upwards (程度以上)
 */
public record ForecastIntensity(
        @Nullable Intensity from, @Nullable Intensity to, boolean openUpwards) {
    /** 震度４, 震度４から５弱程度, 震度５強程度以上, 震度不明. */
    public String label() {
        if (from == null) {
            return to == null ? "震度不明" : to.label() + "程度";
        }
        if (openUpwards) {
            return from.label() + "程度以上";
        }
        if (to == null || to == from) {
            return from.label() + "程度";
        }
        return from.label() + "から" + to.label().substring("震度".length()) + "程度";
    }
}
