package noroshi.standards.jma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of alert for some volcanoes or municipalities.
 *
 * @param kind e.g. 15 レベル５（避難） with its condition 引上げ; 62 噴火したもよう
 * @param last before this telegram; null if not said
 * @param severity from our table
 * @param volcanicLevel 噴火警戒レベル 1 to 5; 0 if the kind bears none
 */
public record VolcanoAlert(Kind kind, @Nullable Kind last, Severity severity, int volcanicLevel, List<Area> areas) {
    public VolcanoAlert {
        areas = List.copyOf(areas);
    }
}
