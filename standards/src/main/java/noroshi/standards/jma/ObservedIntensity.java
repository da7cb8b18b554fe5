package noroshi.standards.jma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The greatest intensity seen in an area, and in its parts: 都道府県 → 細分区域 → 市町村 → 観測点. 震度速報 stops at 細分区域.
 *
 * @param intensity null where no station has reported but 5-lower or more is thought likely
 * @param notReceived true if 震度５弱以上未入電 holds for the area (beside the greatest intensity that has been received)
 * @param revision 上方修正, 追加 against the report before; "" if unchanged
 */
public record ObservedIntensity(
        Area area, @Nullable Intensity intensity, boolean notReceived, String revision, List<ObservedIntensity> parts) {
    public ObservedIntensity {
        parts = List.copyOf(parts);
    }

    /** 震度７; 震度５弱以上未入電 where nothing has been received; "" if neither is given. */
    public String label() {
        Intensity shown = shown();
        return shown == null ? "" : shown.label();
    }

    /** The intensity to sort and decide by: what was received, else 震度５弱以上未入電. */
    public @Nullable Intensity shown() {
        return intensity == null && notReceived ? Intensity.FIVE_LOWER_OR_MORE_NOT_RECEIVED : intensity;
    }
}
