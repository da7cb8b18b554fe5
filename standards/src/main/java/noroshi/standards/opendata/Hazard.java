package noroshi.standards.opendata;

import java.util.Optional;

/** The eight kinds of disaster that a 指定緊急避難場所 is designated for (災害対策基本法施行令 第20条の4), in the order of the standard layout. */
public enum Hazard {
    FLOOD("洪水", "洪水"),
    LANDSLIDE("崖崩れ、土石流及び地滑り", "土砂災害"),
    STORM_SURGE("高潮", "高潮"),
    EARTHQUAKE("地震", "地震"),
    TSUNAMI("津波", "津波"),
    FIRE("大規模な火事", "大火"),
    INLAND_FLOOD("内水氾濫", "内水氾濫"),
    VOLCANO("火山現象", "火山");

    private final String japanese;
    private final String brief;

    Hazard(String japanese, String brief) {
        this.japanese = japanese;
        this.brief = brief;
    }

    /** As layouts write it. */
    public String japanese() {
        return japanese;
    }

    public String brief() {
        return brief;
    }

    /** The column of the standard layout. */
    public String column() {
        return "災害種別_" + japanese;
    }

    /** The hazard that a column tells of, in the standard layouts and in the GSI's. */
    static Optional<Hazard> of(String column) {
        var name = column.startsWith("災害種別_") ? column.substring("災害種別_".length()) : column;
        for (var hazard : values()) if (hazard.japanese.equals(name)) return Optional.of(hazard);
        return Optional.empty();
    }
}
