package noroshi.emergency;

import java.util.List;

/** What threatens. */
public enum Hazard {
    TSUNAMI("津波", List.of("津波")),
    EARTHQUAKE("地震", List.of("地震")),
    LANDSLIDE("土砂災害", List.of("土砂")),
    FLOOD("洪水", List.of("洪水", "氾濫")),
    STORM_SURGE("高潮", List.of("高潮")),
    HEAVY_RAIN("大雨", List.of("大雨", "浸水")),
    WAVES("波浪", List.of("波浪")),
    HEAVY_SNOW("大雪", List.of("大雪")),
    STORM("暴風", List.of("暴風", "強風", "風雪")),
    TORNADO("竜巻", List.of("竜巻")),
    VOLCANO("火山", List.of("噴火")),
    OTHER("気象", List.of());

    private final String japanese;
    private final List<String> words;

    Hazard(String japanese, List<String> words) {
        this.japanese = japanese;
        this.words = words;
    }

    public String japanese() {
        return japanese;
    }

    /** The hazard that a warning's name speaks of, e.g. 大雨特別警報 or レベル４土砂災害危険警報. */
    static Hazard ofWarning(String name) {
        for (var hazard : values()) if (hazard.words.stream().anyMatch(name::contains)) return hazard;
        return OTHER;
    }
}
