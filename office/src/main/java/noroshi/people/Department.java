package noroshi.people;

import org.jspecify.annotations.Nullable;

/** A unit of a government, with what a resident needs to reach it. */
public record Department(
        String government,
        String code,
        String name,
        @Nullable String parent,
        String phone,
        String email,
        String address) {}
