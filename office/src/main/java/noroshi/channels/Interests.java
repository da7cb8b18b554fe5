package noroshi.channels;

import static noroshi.platform.Require.require;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a subscriber wants to be told: series × areas. An empty set stands for all of them.
 *
 * @param series codes of the government's series
 * @param areas codes of areas; an area takes in the wards inside it and what is said to the region around it
 */
public record Interests(Set<String> series, Set<String> areas) {

    static final int CODES_MAX = 100;
    /** What a form sends for "all of them", which has to be chosen: a field left out stands for nothing. */
    static final String ALL = "all";

    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");

    public static final Interests EVERYTHING = new Interests(Set.of(), Set.of());

    public Interests {
        series = Set.copyOf(series);
        areas = Set.copyOf(areas);
        require(series.size() <= CODES_MAX, "%d series; at most %d can be chosen.", series.size(), CODES_MAX);
        require(areas.size() <= CODES_MAX, "%d areas; at most %d can be chosen.", areas.size(), CODES_MAX);
    }

    /** Reads what a form's two fields carry. Empty when one of them chooses nothing. */
    static Optional<Interests> chosen(String series, String areas) {
        var chosenSeries = codes(series);
        var chosenAreas = codes(areas);
        if (chosenSeries.isEmpty() || chosenAreas.isEmpty()) return Optional.empty();
        return Optional.of(new Interests(
                chosenSeries.contains(ALL) ? Set.of() : chosenSeries,
                chosenAreas.contains(ALL) ? Set.of() : chosenAreas));
    }

    /** Reads what one field carries: codes with anything else between them; what is no code is passed over. */
    private static Set<String> codes(String field) {
        return Arrays.stream(field.split("[^A-Za-z0-9-]+"))
                .filter(code -> CODE.matcher(code).matches())
                .limit(CODES_MAX)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
