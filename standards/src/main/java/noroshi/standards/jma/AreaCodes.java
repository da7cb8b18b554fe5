package noroshi.standards.jma;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From JMA's areas to governments, as 6-digit 全国地方公共団体コード (JIS X 0402 with check digit).
 *
 * <p>Municipalities and prefectures of the whole country follow rules; regions, coasts and volcanoes are a table that covers 宮城県 (resource
 * areas.tsv). An area of another prefecture that needs the table maps to none.
 */
public final class AreaCodes {
    private static final Pattern JMA_MUNICIPALITY = Pattern.compile("[0-9]{7}");
    private static final int[] WEIGHTS = {6, 5, 4, 3, 2};

    private static final Map<Area, Set<String>> AREAS = Table.rows("areas.tsv", 4).stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> new Area(AreaType.valueOf(row.get(0)), row.get(1), ""),
                    row -> Collections.unmodifiableSortedSet(
                            new TreeSet<>(List.of(row.get(3).split(" "))))));

    private static final NavigableMap<String, String> CITIES = rows("CITY");
    private static final NavigableMap<String, String> FORMER = rows("FORMER");

    private AreaCodes() {}

    /**
     * The government of a municipality or a prefecture, e.g. 042021 of 0420200 石巻市, 041009 of 0410200 仙台宮城野区 and of 0410001 仙台市東部,
     * 040002 of 040000 or 04 宮城県; null for every other type of area and for a code that is none.
     */
    public static @Nullable String government(Area area) {
        return switch (area.type()) {
            case MUNICIPALITY -> municipality(area.code());
            case FORECAST_PREFECTURE -> area.code().matches("[0-4][0-9]0000") ? prefecture(area.code()) : null;
            case SEISMIC_PREFECTURE -> area.code().matches("[0-4][0-9]") ? prefecture(area.code()) : null;
            case FORECAST_REGION,
                    FORECAST_GROUP,
                    SEISMIC_REGION,
                    SEISMIC_STATION,
                    EEW_PREFECTURE,
                    EEW_REGION,
                    TSUNAMI_AREA,
                    COAST,
                    TIDE_STATION,
                    RIVER,
                    RIVER_SECTION,
                    GAUGE,
                    STORM_SURGE_SECTION,
                    VOLCANO,
                    OTHER -> null;
        };
    }

    /** The municipalities that an area lies in or touches, in the order of their codes; none if the table does not know the area. */
    public static Set<String> municipalities(Area area) {
        if (area.type() == AreaType.MUNICIPALITY || area.type() == AreaType.SEISMIC_STATION) {
            String code = municipality(area.code());
            return code == null ? Set.of() : Set.of(code);
        }
        return AREAS.getOrDefault(new Area(area.type(), area.code(), ""), Set.of());
    }

    /** True if the area lies in, touches or contains the government (a municipality, or a prefecture such as 040002). */
    public static boolean touches(Area area, String government) {
        if (government.equals(government(area))) {
            return true;
        }
        Set<String> municipalities = municipalities(area);
        return isPrefecture(government)
                ? municipalities.stream().anyMatch(code -> code.startsWith(government.substring(0, 2)))
                : municipalities.contains(government);
    }

    /** True for the code of a prefecture, e.g. 040002. */
    public static boolean isPrefecture(String government) {
        return government.length() == 6 && government.startsWith("000", 2);
    }

    /** The 6-digit code of five JIS digits: 04202 gives 042021. */
    public static String withCheckDigit(String five) {
        if (!five.matches("[0-9]{5}")) {
            throw new IllegalArgumentException(
                    "five digits ('%s'). Maybe cut JMA's seven digits to five.".formatted(five));
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (five.charAt(i) - '0');
        }
        return five + (11 - sum % 11) % 10;
    }

    /** True if the code's last digit is the check digit of the others. */
    public static boolean isValid(String six) {
        return six.matches("[0-9]{6}") && withCheckDigit(six.substring(0, 5)).equals(six);
    }

    private static @Nullable String municipality(String jma) {
        if (!JMA_MUNICIPALITY.matcher(jma).matches()) {
            return null;
        }
        String five = jma.substring(0, 5);
        int withinPrefecture = Integer.parseInt(five.substring(2));
        int prefecture = Integer.parseInt(five.substring(0, 2));
        if (prefecture < 1 || prefecture > 47 || withinPrefecture < 100 || withinPrefecture > 799) {
            return null;
        }
        return withCheckDigit(FORMER.getOrDefault(five, withinPrefecture < 200 ? city(five) : five));
    }

    /** A ward's city: the designated city with the greatest code up to the ward's, in the same prefecture. Tokyo's wards are their own. */
    private static String city(String five) {
        String city = CITIES.floorKey(five);
        return city != null && city.startsWith(five.substring(0, 2)) ? city : five;
    }

    private static String prefecture(String code) {
        return withCheckDigit(code.substring(0, 2) + "000");
    }

    private static NavigableMap<String, String> rows(String type) {
        return Table.rows("municipalities.tsv", 3).stream()
                .filter(row -> row.getFirst().equals(type))
                .collect(Collectors.toMap(row -> row.get(1), row -> row.get(2), (a, b) -> a, TreeMap::new));
    }
}
