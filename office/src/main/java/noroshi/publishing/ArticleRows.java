package noroshi.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows become values, and instants columns. */
final class ArticleRows {

    static final String ARTICLE = """
            a.government, a.id, a.series, a.state, a.newest_edition, a.public_edition, a.opens_at, a.closes_at,
            a.first_public_at, a.changed_at, a.lane, a.review_due, a.approved_elsewhere, a.origin, a.created_by, a.created_at
            """;

    /** The edition's columns; e is its alias. */
    static final String EDITION = """
            e.government e_government, e.article e_article, e.number e_number, e.title e_title, e.summary e_summary, e.body e_body,
            e.areas e_areas, e.topics e_topics, e.department e_department, e.event_starts_at e_starts, e.event_ends_at e_ends,
            e.event_place e_place, e.image e_image, e.correction e_correction, e.minor e_minor, e.marks e_marks,
            e.written_by e_by, e.written_at e_at,
            array(select m.media from edition_media m
                   where m.government = e.government and m.article = e.article and m.edition = e.number
                     and m.position < 1000
                   order by m.position) e_attachments
            """;

    private ArticleRows() {}

    static Article article(ResultSet row, int number) throws SQLException {
        return new Article(
                row.getString("government"),
                row.getLong("id"),
                row.getString("series"),
                ArticleState.of(row.getString("state")),
                row.getInt("newest_edition"),
                row.getObject("public_edition", Integer.class),
                instant(row, "opens_at"),
                instant(row, "closes_at"),
                instant(row, "first_public_at"),
                instant(row, "changed_at"),
                PublishingLane.valueOf(row.getString("lane")),
                row.getBoolean("review_due"),
                row.getBoolean("approved_elsewhere"),
                row.getString("origin"),
                row.getLong("created_by"),
                row.getTimestamp("created_at").toInstant());
    }

    static Edition edition(ResultSet row, int number) throws SQLException {
        var content = new Content(
                row.getString("e_title"),
                row.getString("e_summary"),
                row.getString("e_body"),
                strings(row, "e_areas"),
                strings(row, "e_topics"),
                row.getString("e_department"),
                happening(row),
                row.getString("e_image"),
                strings(row, "e_attachments"),
                Marks.of(row.getString("e_marks")));
        return new Edition(
                row.getString("e_government"),
                row.getLong("e_article"),
                row.getInt("e_number"),
                content,
                new Change(row.getString("e_correction"), row.getBoolean("e_minor")),
                row.getLong("e_by"),
                row.getTimestamp("e_at").toInstant());
    }

    private static @Nullable Happening happening(ResultSet row) throws SQLException {
        var starts = instant(row, "e_starts");
        return starts == null ? null : new Happening(starts, instant(row, "e_ends"), row.getString("e_place"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static String[] array(List<String> strings) {
        return strings.toArray(String[]::new);
    }

    static @Nullable Timestamp column(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
