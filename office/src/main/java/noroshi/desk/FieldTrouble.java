package noroshi.desk;

/** What is wrong with one field of a form. {@code NONE}: nothing is. */
public record FieldTrouble(String field, String message) {

    static final FieldTrouble NONE = new FieldTrouble("", "");

    public boolean isNone() {
        return field.isEmpty();
    }

    public boolean isAt(String name) {
        return field.equals(name);
    }
}
