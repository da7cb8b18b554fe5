package noroshi.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads the tables: what is true of Miyagi (governments, areas), and the invented departments, officers and series. */
@Component
final class ReferenceData {

    private final JdbcClient sql;
    private final Officers officers;
    private final SeriesShelf shelf;

    ReferenceData(JdbcClient sql, Officers officers, SeriesShelf shelf) {
        this.sql = sql;
        this.officers = officers;
        this.shelf = shelf;
    }

    boolean isLoaded() {
        return sql.sql("select exists (select from government)")
                .query(Boolean.class)
                .single();
    }

    /** Governments, areas and topics: facts that a real installation starts from as well. */
    void loadFacts() {
        for (var row : Resources.table("governments.csv").rows())
            insert(
                    row,
                    "insert into government (code, name, kana, romaji, kind, parent, color, email, phone, address) values (:code, :name, :kana, :romaji, :kind, nullif(:parent, ''), :color, :email, :phone, :address)");
        int position = 0;
        for (var row : Resources.table("areas.csv").rows())
            insert(
                    row,
                    "insert into area (code, name, kana, parent, kind, position) values (:code, :name, :kana, nullif(:parent, ''), :kind, %d)"
                            .formatted(position++));
        for (var row : Resources.table("topics.csv").rows())
            insert(row, "insert into topic (code, name, position) values (:code, :name, %d)".formatted(position++));
    }

    /** @param password encoded, the same for all: it is a demonstration */
    void loadOffices(@Nullable String password, Instant at) {
        int position = 0;
        for (var row : Resources.table("departments.csv").rows())
            insert(
                    row,
                    "insert into department (government, code, name, parent, phone, email, address, position) values (:government, :code, :name, nullif(:parent, ''), :phone, :email, :address, %d)"
                            .formatted(position++));
        for (var row : Resources.table("officers.csv").rows()) officers.add(officer(row), password, at);
        for (var row : Resources.table("series.csv").rows())
            shelf.put(new Series(
                    value(row, "government"),
                    value(row, "code"),
                    value(row, "name"),
                    value(row, "description"),
                    value(row, "layout"),
                    value(row, "department"),
                    value(row, "topic").isEmpty() ? null : value(row, "topic"),
                    Integer.parseInt(value(row, "approvals"))));
    }

    private static Officers.NewOfficer officer(Map<String, String> row) {
        return new Officers.NewOfficer(
                value(row, "government"),
                value(row, "login"),
                value(row, "department"),
                value(row, "name"),
                value(row, "email"),
                Arrays.stream(value(row, "roles").split(";"))
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
    }

    private void insert(Map<String, String> row, String statement) {
        sql.sql(statement).params(row).update();
    }

    private static String value(Map<String, String> row, String column) {
        return java.util.Objects.requireNonNull(row.get(column), column);
    }
}
