package noroshi.emergency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules as data: what raises what, and how long each kind of telegram is fresh. */
final class Rules {

    private static final Duration FRESH = Duration.ofHours(24);

    private final List<Rule> rules;
    private final Map<String, Duration> freshness;

    private Rules(List<Rule> rules, Map<String, Duration> freshness) {
        this.rules = rules;
        this.freshness = freshness;
    }

    static Rules load() {
        return new Rules(
                rows("rules.csv").map(Rules::rule).toList(),
                rows("freshness.csv")
                        .flatMap(row -> kinds(row[0]).stream().map(kind -> Map.entry(kind, hours(row[1]))))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Optional<Rule> find(String kind, String grade) {
        return rules.stream()
                .filter(rule -> rule.kinds().contains(kind) && rule.grade().equals(grade))
                .findFirst();
    }

    /** How old a telegram may be when it arrives and still raise anything. */
    Duration freshness(String kind) {
        return freshness.getOrDefault(kind, FRESH);
    }

    private static Rule rule(String[] row) {
        return new Rule(
                kinds(row[0]),
                row[1],
                row[2].equals("*") ? null : Hazard.valueOf(row[2]),
                Level.of(Integer.parseInt(row[3])),
                hours(row[4]),
                Rule.Reach.valueOf(row[5].toUpperCase(Locale.ROOT)));
    }

    private static Set<String> kinds(String cell) {
        return Set.of(cell.split(";"));
    }

    private static Duration hours(String cell) {
        return Duration.ofHours(Long.parseLong(cell));
    }

    private static Stream<String[]> rows(String file) {
        try (var in = Rules.class.getResourceAsStream("/noroshi/emergency/" + file)) {
            if (in == null) throw new IllegalStateException("%s is missing from the office's jar.".formatted(file));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
