package noroshi.standards.jma;

import java.util.List;

/**
 * One row of the headline's code part.
 *
 * @param type 事項種別, e.g. 気象警報・注意報（市町村等）
 * @param kinds what is announced; the code is "" where JMA gives a name only (震度７)
 */
public record HeadlineItem(String type, List<Kind> kinds, List<Area> areas) {
    public HeadlineItem {
        kinds = List.copyOf(kinds);
        areas = List.copyOf(areas);
    }
}
