package noroshi.names;

import java.util.List;

/** How characters may be read in names. */
@FunctionalInterface
public interface Readings {
    /** None are known. */
    Readings NONE = characters -> List.of();

    /** Hiragana, likeliest first, a few at most; empty when unknown. */
    List<String> of(String characters);

    /** Ways of cutting a whole name into a family name and a given name, with the kana of both; empty when unknown. */
    default List<PersonName> parts(String whole) {
        return List.of();
    }
}
