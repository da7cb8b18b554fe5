package noroshi.planning.systems;

/**
 * What becomes of a system.
 *
 * @param option index of its option; -1: it stays as it is
 * @param year   from which it is so; 0 if it stays as it is
 */
public record Choice(int option, int year) {

    public static final Choice KEEP = new Choice(-1, 0);

    public boolean isKeep() {
        return option < 0;
    }

    /** Whether it has changed by that year. */
    boolean changedBy(int time) {
        return !isKeep() && year <= time;
    }
}
