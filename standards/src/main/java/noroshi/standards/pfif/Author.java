package noroshi.standards.pfif;

/** Who wrote a record. Contacts are personal data of a third person: they are not for publication. */
public record Author(String name, String email, String phone) {
    public static final Author NONE = new Author("", "", "");
}
