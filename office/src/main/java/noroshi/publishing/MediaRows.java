package noroshi.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** How rows of media become values; the bytes stay in the table. */
final class MediaRows {

    static final String FACT = """
            m.hash m_hash, m.kind m_kind, m.name m_name, m.type m_type, m.extension m_extension, m.bytes m_bytes,
            m.width m_width, m.height m_height, m.alt m_alt, m.caption m_caption
            """;

    private MediaRows() {}

    static MediaFact fact(ResultSet row, int number) throws SQLException {
        return new MediaFact(
                row.getString("m_hash"),
                MediaFact.Kind.valueOf(row.getString("m_kind").toUpperCase(Locale.ROOT)),
                row.getString("m_name"),
                row.getString("m_type"),
                row.getString("m_extension"),
                row.getLong("m_bytes"),
                row.getObject("m_width", Integer.class),
                row.getObject("m_height", Integer.class),
                row.getString("m_alt"),
                row.getString("m_caption"));
    }
}
