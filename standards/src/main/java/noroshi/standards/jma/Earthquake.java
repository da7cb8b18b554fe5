package noroshi.standards.jma;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * VXSE51 震度速報, VXSE52 震源に関する情報, VXSE53 震源・震度に関する情報, VXSE61 震源要素更新.
 *
 * @param quake null in 震度速報, which knows only what was felt
 * @param maxIntensity null where nothing was felt in Japan or the telegram bears no intensities
 * @param prefectures in the telegram's order (strongest first); empty in VXSE52 and VXSE61
 */
public record Earthquake(
        @Nullable Quake quake, @Nullable Intensity maxIntensity, List<ObservedIntensity> prefectures, Comments comments)
        implements Body {
    public Earthquake {
        prefectures = List.copyOf(prefectures);
    }

    /** 細分区域, e.g. 220 宮城県北部, strongest first. */
    public List<ObservedIntensity> regions() {
        return sorted(prefectures.stream().flatMap(p -> p.parts().stream()));
    }

    /** 市町村等 (wards of designated cities are their own), strongest first. */
    public List<ObservedIntensity> municipalities() {
        return sorted(prefectures.stream()
                .flatMap(p -> p.parts().stream())
                .flatMap(r -> r.parts().stream())
                .filter(m -> m.area().type() == AreaType.MUNICIPALITY));
    }

    /** The municipalities (or wards) that belong to a government, strongest first: one town's, or all of a prefecture such as 040002. */
    public List<ObservedIntensity> municipalitiesIn(String government) {
        return municipalities().stream()
                .filter(m -> AreaCodes.touches(m.area(), government))
                .toList();
    }

    /** What is said of a tsunami in Japan. */
    public TsunamiRemark tsunami() {
        return TsunamiRemark.of(comments.forecastCodes());
    }

    /**
     * True if the free text says that no (large) earthquake took place: JMA reports a far eruption's tsunami in the form of a distant
     * earthquake.
     */
    public boolean isNotAnEarthquake() {
        return NotAnEarthquake.isSaidBy(comments.freeForm());
    }

    private static List<ObservedIntensity> sorted(Stream<ObservedIntensity> areas) {
        return areas.sorted(Comparator.comparing(
                                ObservedIntensity::shown, Comparator.nullsFirst(Comparator.<Intensity>naturalOrder()))
                        .reversed())
                .toList();
    }
}
