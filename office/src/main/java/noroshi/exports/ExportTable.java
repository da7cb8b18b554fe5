package noroshi.exports;

import java.util.ArrayList;
import java.util.List;

/** A table as a CSV file: named columns only, so that a new column with a secret stays out until somebody lets it in. */
record ExportTable(String file, List<String> columns, String query) {

    private static ExportTable of(String file, String table, String order, String columns) {
        return new ExportTable(
                file,
                List.of(columns.split(", ")),
                "select %s from %s where government = :government order by %s".formatted(columns, table, order));
    }

    static List<ExportTable> all(boolean subscribers) {
        var tables = new ArrayList<>(List.of(
                of(
                        "series.csv",
                        "series",
                        "position, code",
                        "code, name, description, layout, department, topic, approvals"),
                of("departments.csv", "department", "position, code", "code, name, parent, phone, email, address"),
                of("officers.csv", "officer", "id", "id, login, name, department, email, roles, active, created_at"),
                of(
                        "media.csv",
                        "media",
                        "hash",
                        "hash, kind, name, type, extension, bytes, width, height, alt, caption, uploaded_by, uploaded_at"),
                of(
                        "approvals.csv",
                        "approval",
                        "article, edition, at",
                        "article, edition, officer, decision, comment, at"),
                of("publications.csv", "publication", "id", "article, edition, act, lane, officer, at"),
                of("redirects.csv", "moved_page", "path", "path, target, at"),
                of("audit.csv", "audit", "id", "at, officer, act, subject, detail")));
        if (subscribers)
            tables.add(of(
                    "subscribers.csv",
                    "subscriber",
                    "id",
                    "address, status, series, areas, created_at, confirmed_at, ended_at"));
        return List.copyOf(tables);
    }
}
