package noroshi.standards.jma;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The first wave: expected or observed.
 *
 * @param time null if there is only a condition
 * @param condition 津波到達中と推測, 第１波の到達を確認, ただちに津波来襲と予測, 第１波識別不能, 欠測 …; "" if none
 * @param initial 押し or 引き (observed), else ""
 * @param revision 追加 or 更新 against the report before, else ""
 */
public record Arrival(@Nullable Instant time, String condition, String initial, String revision) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d日HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    /** For a table cell: 11日15:00, or JMA's condition, or both. */
    public String label() {
        String clock = time == null ? "" : CLOCK.format(time);
        return clock.isEmpty() || condition.isEmpty() ? clock + condition : clock + "（" + condition + "）";
    }
}
