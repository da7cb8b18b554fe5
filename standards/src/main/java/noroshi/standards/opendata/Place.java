package noroshi.standards.opendata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One accepted row.
 *
 * @param line of the file
 * @param key by which the same place is known again
 * @param municipality its 6-digit code where the row tells it, else ""
 * @param address as one string; @param district what neighbours call the quarter, "" when unknown
 * @param capacity people, -1: unknown; @param capacityText as written, where it says more than a number
 * @param audience 対象となる町会・自治会
 * @param count how many people were there, where the row tells it
 * @param further columns without a place of their own, by their name in the file
 * @param remarks what was repaired or left away (Japanese)
 */
public record Place(
        int line,
        Key key,
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
        @Nullable Count count,
        Map<String, String> further,
        List<String> remarks) {

    /**
     * @param scheme which numbering: {@code gsi} (共通ID), {@code id} (of the standard layout), {@code no-emergency}, {@code no-shelter},
     *     {@code no} (a list's own numbers), {@code name} (no number at all: name and address stand for it)
     */
    public record Key(String scheme, String id) {}

    /** @param at null: the row does not say when */
    public record Count(int people, @Nullable Instant at) {}

    public Place {
        hazards = hazards.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(hazards));
        further = Collections.unmodifiableMap(new TreeMap<>(further));
        remarks = List.copyOf(remarks);
    }

    Place withoutPosition(String remark) {
        var more = new ArrayList<>(remarks);
        more.add(remark);
        return new Place(
                line,
                key,
                name,
                kana,
                municipality,
                address,
                building,
                district,
                null,
                altitude,
                phone,
                designation,
                hazards,
                capacity,
                capacityText,
                audience,
                url,
                note,
                count,
                further,
                more);
    }
}
