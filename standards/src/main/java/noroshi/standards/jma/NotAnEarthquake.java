package noroshi.standards.jma;

import java.util.List;

/** Recognises the free text with which JMA says that a telegram in the form of an earthquake report is about an eruption. */
final class NotAnEarthquake {
    // Phrases of the telegrams of 2021–2023 (Fukutoku-Oka-no-Ba, Hunga Tonga, Shiveluch, Ulawun); each alone is enough.
    private static final List<String> PHRASES =
            List.of("規模の大きな地震は発生していない", "地震は発生していません", "実際に地震が発生したものではありません", "大規模な噴火が発生しました");

    private NotAnEarthquake() {}

    static boolean isSaidBy(String text) {
        return PHRASES.stream().anyMatch(text::contains);
    }
}
