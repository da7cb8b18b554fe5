package noroshi.publishing;

/**
 * What a new edition is to the readers of the one before.
 *
 * @param correction 訂正: what was wrong and is now right, shown with its date; empty when nothing was wrong
 * @param minor so small that neither the date of change moves nor anyone is told again
 */
public record Change(String correction, boolean minor) {

    public static final int CORRECTION_CHARACTERS_MAX = 400;

    /** New facts: the page's date of change moves. */
    public static Change update() {
        return new Change("", false);
    }

    public static Change minorOne() {
        return new Change("", true);
    }

    public static Change correcting(String what) {
        return new Change(what, false);
    }
}
