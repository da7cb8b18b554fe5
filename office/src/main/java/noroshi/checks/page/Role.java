package noroshi.checks.page;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A role of WAI-ARIA and what follows from it (roles.tsv).
 *
 * @param flags C name from contents, K children are presentational, P must not be named, W widget, F form field
 * @param required and @param supported attributes without {@code aria-}; @param context roles one of which must contain it
 * @param owned roles that it may contain, at least one of them; empty: any
 */
record Role(
        String name,
        String flags,
        Set<String> required,
        Set<String> supported,
        Set<String> context,
        Set<String> owned) {

    private static final Map<String, Role> ALL = Table.read("roles.tsv").stream()
            .map(row -> new Role(
                    row[0], row[1], Table.words(row[2]), Table.words(row[3]), Table.words(row[4]), Table.words(row[5])))
            .collect(Collectors.toUnmodifiableMap(Role::name, role -> role));

    static @Nullable Role find(String name) {
        return ALL.get(name);
    }

    private static boolean has(String role, char flag) {
        var found = ALL.get(role);
        return found != null && found.flags.indexOf(flag) >= 0;
    }

    static boolean isNamedFromContents(String role) {
        return has(role, 'C');
    }

    static boolean hasPresentationalChildren(String role) {
        return has(role, 'K');
    }

    static boolean mustNotBeNamed(String role) {
        return has(role, 'P');
    }

    static boolean isWidget(String role) {
        return has(role, 'W');
    }

    static boolean isField(String role) {
        return has(role, 'F');
    }

    static boolean isLink(String role) {
        return switch (role) {
            case "link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref" -> true;
            default -> false;
        };
    }

    static boolean isPresentational(String role) {
        return role.equals("none") || role.equals("presentation");
    }
}
