package noroshi.channels;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.people.Area;
import noroshi.people.Directory;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Component;

/** The series and areas that can be chosen, and their names. */
@Component
class Choices {

    private final SeriesShelf series;
    private final Directory directory;

    Choices(SeriesShelf series, Directory directory) {
        this.series = series;
        this.directory = directory;
    }

    /** Without codes that do not exist here: a page may be older than the office. Empty when of a choice none is left. */
    Optional<Interests> known(String government, Interests wish) {
        var known = new HashSet<>(wish.series());
        known.retainAll(series.list(government).stream().map(Series::code).collect(Collectors.toSet()));
        var areas = new HashSet<>(wish.areas());
        areas.retainAll(directory.listAreas().stream().map(Area::code).collect(Collectors.toSet()));
        // An empty set stands for all: what shrank to nothing must not widen to everything.
        if (known.isEmpty() != wish.series().isEmpty()
                || areas.isEmpty() != wish.areas().isEmpty()) return Optional.empty();
        return Optional.of(new Interests(known, areas));
    }

    /** Markdown, for the reader to check. */
    String inWords(String government, Interests wish) {
        return "- 媒体：%s\n- 地域：%s".formatted(seriesNames(government, wish.series()), areaNames(wish.areas()));
    }

    private String seriesNames(String government, Set<String> codes) {
        if (codes.isEmpty()) return "すべての媒体";
        return series.list(government).stream()
                .filter(s -> codes.contains(s.code()))
                .map(Series::name)
                .collect(Collectors.joining("、"));
    }

    private String areaNames(Set<String> codes) {
        if (codes.isEmpty()) return "すべての地域";
        return directory.listAreas().stream()
                .filter(area -> codes.contains(area.code()))
                .map(Area::name)
                .collect(Collectors.joining("、"));
    }
}
