package noroshi.standards.pfif;

/**
 * Where a person lives.
 *
 * @param country ISO 3166-1, two letters
 */
public record Home(String street, String neighborhood, String city, String state, String postalCode, String country) {
    public static final Home NONE = new Home("", "", "", "", "", "");
}
