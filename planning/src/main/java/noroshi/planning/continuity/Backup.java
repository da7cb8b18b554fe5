package noroshi.planning.continuity;

import org.jspecify.annotations.Nullable;

/**
 * A copy of data.
 *
 * @param everyHours how old it is at worst
 * @param key        where the key lies without which it is of no use; null: it needs none
 */
public record Backup(
        String id, Place place, double everyHours, @Nullable Place key) {}
