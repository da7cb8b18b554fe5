package noroshi.standards.jma;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weather warnings by area: VPWW53/54 (to 2026), VPWW55–61 (from 2026), VXWW50 土砂災害警戒情報, VPOA50 記録的短時間大雨情報, VPHW50/51 竜巻注意情報.
 * Each telegram repeats the whole state of its kind for its prefecture, at several granularities.
 *
 * @param target the area that the telegram speaks for (a 府県予報区 as a rule); null if it names none
 * @param areas in the telegram's order; the same warning appears for the prefecture, its regions and its municipalities
 * @param texts supplements for readers (補足情報), without the headline
 */
public record Warnings(@Nullable Area target, List<AreaWarnings> areas, List<String> texts) implements Body {
    public Warnings {
        areas = List.copyOf(areas);
        texts = List.copyOf(texts);
    }

    /** The areas of one granularity. */
    public List<AreaWarnings> areas(AreaType type) {
        return areas.stream().filter(a -> a.area().type() == type).toList();
    }

    /** The municipalities (or their parts) that belong to a government: one town's, or all of a prefecture such as 040002. */
    public List<AreaWarnings> municipalitiesIn(String government) {
        return areas(AreaType.MUNICIPALITY).stream()
                .filter(a -> AreaCodes.touches(a.area(), government))
                .toList();
    }

    /** The warnings of one area, e.g. (MUNICIPALITY, 0420200). */
    public Optional<AreaWarnings> findArea(AreaType type, String code) {
        return areas(type).stream().filter(a -> a.area().code().equals(code)).findFirst();
    }
}
