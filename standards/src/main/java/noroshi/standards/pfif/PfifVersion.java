package noroshi.standards.pfif;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The published versions; fields are known by their name of 1.4. */
enum PfifVersion {
    V1_1,
    V1_2,
    V1_3,
    V1_4;

    private static final String NAMESPACE = "http://zesty.ca/pfif/";

    /** Names of the past and what they are called since 1.4. */
    private static final Map<String, String> RENAMED = Map.of(
            "first_name", "given_name",
            "last_name", "family_name",
            "home_zip", "home_postal_code",
            "found", "author_made_contact",
            "other", "description");

    String namespace() {
        return NAMESPACE + name().substring(1).replace('_', '.');
    }

    static @Nullable PfifVersion find(@Nullable String namespace) {
        for (PfifVersion version : values()) {
            if (version.namespace().equals(namespace)) {
                return version;
            }
        }
        return null;
    }

    String nameOf(String element) {
        return this == V1_4 ? element : RENAMED.getOrDefault(element, element);
    }
}
