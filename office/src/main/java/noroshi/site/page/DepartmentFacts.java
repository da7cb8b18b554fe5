package noroshi.site.page;

import org.jspecify.annotations.Nullable;

/**
 * A department as pages show it; every text may be empty but the name.
 *
 * @param parent code of the unit it belongs to; @param hours in words; @param map https address of a map
 */
public record DepartmentFacts(
        String code,
        String name,
        @Nullable String parent,
        String phone,
        String email,
        String address,
        String fax,
        String hours,
        String map) {

    public DepartmentFacts(
            String code, String name, @Nullable String parent, String phone, String email, String address) {
        this(code, name, parent, phone, email, address, "", "", "");
    }
}
