package noroshi.letters;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each beacon's spool has been read. A lost or old place costs time only: Letters are known by their ids. */
@Repository
class LetterCursors {

    /** An empty spool and 0 mean: from the beginning. */
    record Place(String spool, long cursor) {}

    private final JdbcClient sql;

    LetterCursors(JdbcClient sql) {
        this.sql = sql;
    }

    Place find(String beacon) {
        return sql.sql("select spool, cursor from letter_cursor where beacon = :beacon")
                .param("beacon", beacon)
                .query(Place.class)
                .optional()
                .orElse(new Place("", 0));
    }

    void put(String beacon, Place place) {
        sql.sql("""
                        insert into letter_cursor (beacon, spool, cursor) values (:beacon, :spool, :cursor)
                        on conflict (beacon) do update set spool = :spool, cursor = :cursor
                        """)
                .param("beacon", beacon)
                .param("spool", place.spool())
                .param("cursor", place.cursor())
                .update();
    }
}
