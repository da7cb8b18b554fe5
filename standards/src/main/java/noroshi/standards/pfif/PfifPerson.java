package noroshi.standards.pfif;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * PFIF's person: who is searched for or reported. Texts that were not given are empty.
 *
 * @param id domain, slash, and a number or word of that domain's own
 * @param entered when the repository took it; null in a record that is on its way
 * @param expires when it is to be erased everywhere
 * @param born a year, year-month or date, as written; empty when unknown
 * @param age a number or a span ({@code 35-45}); empty when unknown
 */
public record PfifPerson(
        String id,
        @Nullable Instant entered,
        @Nullable Instant expires,
        Author author,
        Source source,
        PfifName name,
        String description,
        @Nullable PfifSex sex,
        String born,
        String age,
        Home home,
        String photo,
        String profiles) {

    public PfifPerson {
        Ids.check("person_record_id", id);
        if (source.date() == null) {
            throw new IllegalArgumentException("source_date（情報源の日時）がありません");
        }
        if (name.isBlank() && expires == null) {
            throw new IllegalArgumentException("full_name（氏名）がありません");
        }
    }

    /** What remains after expiry, so that those who copied the record learn that it is to go. */
    public static PfifPerson tombstone(String id, Instant entered, Instant expired) {
        return new PfifPerson(
                id,
                entered,
                expired,
                Author.NONE,
                new Source("", expired, ""),
                PfifName.NONE,
                "",
                null,
                "",
                "",
                Home.NONE,
                "",
                "");
    }

    public boolean isTombstone() {
        return name.isBlank();
    }
}
