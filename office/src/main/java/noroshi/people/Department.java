package noroshi.people;

import org.jspecify.annotations.Nullable;

/**
 * A unit of a government, with what a resident needs to reach it; every text may be empty but the name.
 *
 * @param parent code of the unit it belongs to; null: none
 * @param hours in words, e.g. 平日8時30分から17時15分まで
 * @param map https address of a map
 */
public record Department(
        String government,
        String code,
        String name,
        @Nullable String parent,
        String phone,
        String email,
        String address,
        String fax,
        String hours,
        String map) {}
