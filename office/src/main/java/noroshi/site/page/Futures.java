package noroshi.site.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Timeline.Step;

/**
 * Makes all futures of something when it is published, so that beacons need nobody to keep the promises: what it is now, and
 * what it will be from each instant at which one of its facts begins or ends.
 */
public final class Futures {

    /** Further transitions wait for the next publish; a page that changes more often should use timed parts. */
    static final int TRANSITIONS_MAX = 40;

    private Futures() {}

    /** Equal neighbours are one step. */
    public static <T> Timeline<T> of(Instant now, Collection<Instant> transitions, Function<Instant, T> at) {
        var steps = new ArrayList<Step<T>>();
        steps.add(new Step<>(Instant.EPOCH, at.apply(now)));
        for (var instant : ahead(now, transitions)) {
            var value = at.apply(instant);
            if (!value.equals(steps.getLast().value())) steps.add(new Step<>(instant, value));
        }
        return new Timeline<>(steps);
    }

    /** The later views, rendered once each. */
    static <V, T> Timeline<T> rendered(Timeline<V> views, Function<V, T> render) {
        return views.map(render);
    }

    private static List<Instant> ahead(Instant now, Collection<Instant> transitions) {
        var sorted = new TreeSet<Instant>();
        for (var instant : transitions)
            if (instant.isAfter(now) && instant.isBefore(Instant.MAX)) sorted.add(up(instant));
        return sorted.stream().limit(TRANSITIONS_MAX).toList();
    }

    /** Timelines count milliseconds; a promise is never kept too early. */
    private static Instant up(Instant instant) {
        var floor = instant.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        return floor.equals(instant) ? floor : floor.plusMillis(1);
    }

    /** When the windows of entries begin or end. */
    static List<Instant> edges(Collection<EntryFacts> entries) {
        var edges = new ArrayList<Instant>();
        for (var entry : entries) {
            edges.add(entry.window().from());
            edges.add(entry.window().until());
        }
        return edges;
    }
}
