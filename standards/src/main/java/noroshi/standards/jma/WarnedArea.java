package noroshi.standards.jma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 細分区域 of an earthquake early warning.
 *
 * @param prefecture 府県予報区 of early warnings, e.g. 9040 宮城
 * @param kind 10 warned, 11 warned and arrived, 19 warned and raised; 00, 01, 09 forecast only
 * @param intensity null if not given
 * @param arrival 主要動 expected; null if it has arrived or is not given
 * @param condition 既に主要動到達と推測, ＰＬＵＭ法で推定, else ""
 */
public record WarnedArea(
        Area prefecture,
        Area area,
        Kind kind,
        @Nullable ForecastIntensity intensity,
        @Nullable Instant arrival,
        String condition) {
    public boolean isWarned() {
        return kind.code().startsWith("1");
    }
}
