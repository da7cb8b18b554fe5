package noroshi.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.platform.CsvRecords;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of officers, read by the names of its columns.
 *
 * @param active null: not said, then as it is
 */
record OfficerRow(
        int line, String login, OfficerForm form, @Nullable Boolean active, List<String> unknownRoles) {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("職員id", "login"),
            Map.entry("login", "login"),
            Map.entry("氏名", "name"),
            Map.entry("name", "name"),
            Map.entry("課室コード", "department"),
            Map.entry("課室", "department"),
            Map.entry("department", "department"),
            Map.entry("メールアドレス", "email"),
            Map.entry("メール", "email"),
            Map.entry("email", "email"),
            Map.entry("役割", "roles"),
            Map.entry("roles", "roles"),
            Map.entry("利用", "active"),
            Map.entry("active", "active"));
    static final List<String> NEEDED = List.of("login", "name", "department", "roles");

    /** Which column stands where; an unknown one is left alone. */
    static Map<String, Integer> columns(List<String> header) {
        var columns = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            var known =
                    COLUMNS.get(header.get(i).strip().toLowerCase(Locale.ROOT).replace("ＩＤ", "id"));
            if (known != null) columns.putIfAbsent(known, i);
        }
        return columns;
    }

    static OfficerRow of(CsvRecords.Line line, Map<String, Integer> columns) {
        var unknown = new java.util.ArrayList<String>();
        var roles = EnumSet.noneOf(Role.class);
        for (var word : cell(line, columns, "roles").split("[;；・/／|｜、,]+")) {
            if (word.isBlank()) continue;
            var role = role(word.strip());
            if (role.isPresent()) roles.add(role.get());
            else unknown.add(word.strip());
        }
        return new OfficerRow(
                line.number(),
                cell(line, columns, "login"),
                new OfficerForm(
                        cell(line, columns, "name"),
                        cell(line, columns, "department"),
                        cell(line, columns, "email"),
                        Set.copyOf(roles)),
                active(cell(line, columns, "active"), unknown),
                unknown);
    }

    private static Optional<Role> role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.japanese().equals(word) || role.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static @Nullable Boolean active(String word, List<String> unknown) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "利用", "利用中", "true", "1", "yes", "○" -> Boolean.TRUE;
            case "停止", "利用停止", "false", "0", "no", "×" -> Boolean.FALSE;
            default -> {
                unknown.add("利用の欄の「%s」".formatted(word));
                yield null;
            }
        };
    }

    private static String cell(CsvRecords.Line line, Map<String, Integer> columns, String name) {
        var at = columns.get(name);
        return at == null || at >= line.cells().size()
                ? ""
                : line.cells().get(at).strip();
    }
}
