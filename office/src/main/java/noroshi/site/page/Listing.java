package noroshi.site.page;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be listed: the whole site, a series, an area, a topic, a department. */
public sealed interface Listing {

    int ENTRIES_MAX = 20;

    record Site() implements Listing {}

    record Series(SeriesFacts series) implements Listing {}

    record Area(Place area) implements Listing {}

    record Topic(Place topic) implements Listing {}

    /** @param above what it is part of, or null; @param parts what is part of it, in their order */
    record Department(DepartmentFacts department, @Nullable DepartmentFacts above, List<DepartmentFacts> parts)
            implements Listing {

        public Department {
            parts = List.copyOf(parts);
        }

        public static Department of(DepartmentFacts department, Collection<DepartmentFacts> all) {
            return new Department(
                    department,
                    all.stream()
                            .filter(d -> d.code().equals(department.parent()))
                            .findFirst()
                            .orElse(null),
                    all.stream()
                            .filter(d -> department.code().equals(d.parent()))
                            .toList());
        }
    }

    /** The folder of the list inside the site. */
    default String path() {
        return switch (this) {
            case Site() -> "/";
            case Series(var series) -> "/%s/".formatted(series.code());
            case Area(var area) -> "/areas/%s/".formatted(area.code());
            case Topic(var topic) -> "/topics/%s/".formatted(topic.code());
            case Department(var department, var _, var _) -> "/departments/%s/".formatted(department.code());
        };
    }

    /** Where its newest twenty stand; the site's own first page shows fewer and much else. */
    default String newestPath() {
        return this instanceof Site ? "/p/" : path();
    }

    default String name() {
        return switch (this) {
            case Site() -> "新着情報";
            case Series(var series) -> series.name();
            case Area(var area) -> area.name() + "の情報";
            case Topic(var topic) -> topic.name();
            case Department(var department, var _, var _) -> department.name();
        };
    }

    default String layout() {
        return this instanceof Series(var series) ? series.layout() : "news";
    }

    /** Which lists offer an Atom feed. */
    default boolean hasFeed() {
        return switch (this) {
            case Site(), Series(var _), Area(var _) -> true;
            case Topic(var _), Department(var _, var _, var _) -> false;
        };
    }

    /** The numbered page on which a position stands. Pages count from the oldest: a full one never changes its entries. */
    static long pageOf(long position) {
        return (position - 1) / ENTRIES_MAX + 1;
    }
}
