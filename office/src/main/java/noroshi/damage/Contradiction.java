package noroshi.damage;

/**
 * Two figures of a report that cannot both be right, named at the field to look at first.
 *
 * @param field code of a {@link Figure}, or "at", "note", "source", "next", "" for the whole
 */
public record Contradiction(String field, String reason) {

    static Contradiction at(Figure figure, String reason) {
        return new Contradiction(figure.code(), reason);
    }
}
