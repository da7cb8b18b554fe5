package noroshi.planning.packing;

/**
 * What an assignment costs, weighted.
 *
 * @param overload what lies above the comfortable load
 * @param balance  what is free in the wrong ratio
 * @param item     moved items
 * @param group    the most moved items of one group
 * @param bin      ways between bins
 */
public record Cost(long overload, long balance, long item, long group, long bin) {

    public long total() {
        return overload + balance + item + group + bin;
    }
}
