package noroshi.desk;

/** The fields of the form that begins a move, as typed. */
public record MovingFields(
        String name,
        String source,
        String folder,
        String address,
        String origin,
        String series,
        String department,
        String pages,
        String depth) {

    static final MovingFields EMPTY = new MovingFields("", "upload", "", "", "", "", "", "2000", "20");
}
