package noroshi.shelters;

import static noroshi.platform.Require.require;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import noroshi.standards.opendata.Designation;
import noroshi.standards.opendata.Hazard;
import noroshi.standards.opendata.Place;
import noroshi.standards.opendata.Position;
import noroshi.standards.opendata.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a place is, whatever happens there.
 *
 * @param kind {@link #SHELTER}, or what the office calls the list of facilities
 * @param capacity people, -1: unknown
 */
public record Master(
        String kind,
        String name,
        String kana,
        String municipality,
        String address,
        String building,
        String district,
        @Nullable Position position,
        String altitude,
        String phone,
        Designation designation,
        Set<Hazard> hazards,
        int capacity,
        String capacityText,
        String audience,
        String url,
        String note,
        Map<String, String> further) {

    public static final String SHELTER = "shelter";
    public static final int NAME_CHARACTERS_MAX = 200;
    public static final int KIND_CHARACTERS_MAX = 40;

    public Master {
        require(
                !name.isBlank() && name.length() <= NAME_CHARACTERS_MAX,
                "A place's name has 1 to %d characters.",
                NAME_CHARACTERS_MAX);
        // Whatever way it came in: what is no address of a web page is none here.
        url = WebAddress.of(url);
        hazards = hazards.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(hazards));
        further = Collections.unmodifiableMap(new TreeMap<>(further));
    }

    static Master of(Place place, String kind) {
        return new Master(
                kind,
                place.name(),
                place.kana(),
                place.municipality(),
                place.address(),
                place.building(),
                place.district(),
                place.position(),
                place.altitude(),
                place.phone(),
                place.designation(),
                place.hazards(),
                place.capacity(),
                place.capacityText(),
                place.audience(),
                place.url(),
                place.note(),
                place.further());
    }

    public boolean isShelter() {
        return kind.equals(SHELTER);
    }

    /**
     * What a list says anew of a place that several lists name. The list that made the place is right where it says something; what the law
     * makes of the place adds up; hazards are the emergency list's.
     */
    Master retold(Master row, boolean made) {
        var right = made ? row : this;
        var other = made ? this : row;
        return new Master(
                kind,
                right.name,
                or(right.kana, other.kana),
                or(right.municipality, other.municipality),
                or(right.address, other.address),
                or(right.building, other.building),
                or(right.district, other.district),
                right.position == null ? other.position : right.position,
                or(right.altitude, other.altitude),
                or(right.phone, other.phone),
                right.designation.and(other.designation),
                row.designation == Designation.SHELTER ? hazards : row.hazards,
                right.capacity < 0 ? other.capacity : right.capacity,
                or(right.capacityText, other.capacityText),
                or(right.audience, other.audience),
                or(right.url, other.url),
                or(right.note, other.note),
                right.further.isEmpty() ? other.further : right.further);
    }

    private static String or(String own, String other) {
        return own.isEmpty() ? other : own;
    }
}
