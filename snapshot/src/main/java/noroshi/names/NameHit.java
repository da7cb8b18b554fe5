package noroshi.names;

/**
 * Somebody found.
 *
 * @param record the number in the order of adding, from 0
 */
public record NameHit(int record, PersonName name, byte[] payload, Closeness closeness) {

    /** How near the name is to what was typed, nearest first. */
    public enum Closeness {
        /** The same characters. */
        IDENTICAL,
        /** The same but for old and new forms. */
        SAME_CHARACTERS,
        /** It sounds the same. */
        SAME_SOUND
    }
}
