package noroshi.people;

import org.jspecify.annotations.Nullable;

/** A place that facts concern: the prefecture, a region, a municipality (by its government code) or a ward. */
public record Area(
        String code, String name, String kana, @Nullable String parent, String kind) {}
