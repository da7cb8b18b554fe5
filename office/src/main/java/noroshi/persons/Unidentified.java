package noroshi.persons;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who cannot say who they are, and bodies: described as the police do, until they are identified. */
@Component
public final class Unidentified {

    static final int TEXT_CHARACTERS_MAX = 300;

    /** Then the person's own record tells what is needed. */
    static final Duration IDENTIFIED_LIFE = RecordPerson.LIFE;

    /** Families go on looking for their dead for years; the bodies of 2011 were named over many of them. */
    static final Duration DEAD_LIFE = Duration.ofDays(5 * 365);

    /** Whoever lives and cannot say their name is in somebody's care by then, who knows more. */
    static final Duration LIVING_LIFE = Duration.ofDays(365);

    private final JdbcClient sql;
    private final PersonStore persons;
    private final PersonDesk desk;
    private final Tenancy tenancy;

    Unidentified(JdbcClient sql, PersonStore persons, PersonDesk desk, Tenancy tenancy) {
        this.sql = sql;
        this.persons = persons;
        this.desk = desk;
        this.tenancy = tenancy;
    }

    /**
     * What can be seen.
     *
     * @param height in centimetres; 0: not known
     * @param keptAt where the body or the person is
     */
    public record Description(
            Instant foundAt,
            String foundPlace,
            boolean deceased,
            Sex sex,
            int ageFrom,
            int ageTo,
            int height,
            String build,
            String hair,
            String clothing,
            String footwear,
            String belongings,
            String marks,
            String keptAt) {

        /** @throws IllegalArgumentException with a Japanese sentence */
        public Description {
            if (foundPlace.isBlank()) throw new IllegalArgumentException("発見した場所がありません");
            if (ageFrom < 0 || ageTo > 120 || ageFrom > ageTo)
                throw new IllegalArgumentException("推定年齢は0〜120の範囲で、若い方から書いてください");
            if (height < 0 || height > 250) throw new IllegalArgumentException("身長は250cmまでです");
            for (var text : List.of(foundPlace, build, hair, clothing, footwear, belongings, marks, keptAt))
                if (text.length() > TEXT_CHARACTERS_MAX)
                    throw new IllegalArgumentException("特徴の各欄は%d字までです".formatted(TEXT_CHARACTERS_MAX));
        }
    }

    /** @param identifiedAs a person's number; null: not yet */
    public record Entry(long id, Description seen, @Nullable Long identifiedAs) {}

    public PersonOutcome record(String government, Description seen, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return new PersonOutcome.NotAllowed("この団体の記録を作る権限がありません。");
        return tenancy.in(government, () -> {
            long id = sql.sql("""
                            insert into person_unidentified (government, found_at, found_place, deceased, sex, age_from, age_to, height_cm,
                                                             build, hair, clothing, footwear, belongings, marks, kept_at, entered_at)
                            values (:government, :foundAt, :place, :deceased, :sex, :from, :to, :height, :build, :hair, :clothing,
                                    :footwear, :belongings, :marks, :kept, :at) returning id
                            """)
                    .param("government", government)
                    .param("foundAt", Timestamp.from(seen.foundAt()))
                    .param("place", seen.foundPlace())
                    .param("deceased", seen.deceased())
                    .param("sex", seen.sex().code())
                    .param("from", seen.ageFrom())
                    .param("to", seen.ageTo())
                    .param("height", seen.height())
                    .param("build", seen.build())
                    .param("hair", seen.hair())
                    .param("clothing", seen.clothing())
                    .param("footwear", seen.footwear())
                    .param("belongings", seen.belongings())
                    .param("marks", seen.marks())
                    .param("kept", seen.keptAt())
                    .param("at", Timestamp.from(at))
                    .query(Long.class)
                    .single();
            desk.record(government, by, "unidentified.recorded", "unidentified:" + id, "");
            return new PersonOutcome.Done(id);
        });
    }

    /** It is this person, who must be recorded. */
    public PersonOutcome identify(String government, long id, long person, Officer by, Instant at) {
        if (!PersonDesk.mayApprove(by, government)) return new PersonOutcome.NotAllowed("身元を確定できるのは、承認者・緊急発信担当・管理者です。");
        return tenancy.in(government, () -> {
            if (persons.find(government, person).isEmpty())
                return new PersonOutcome.Invalid("番号%dの人が見つかりません。先に登録してください。".formatted(person));
            int changed = sql.sql("""
                            update person_unidentified set identified_as = :person, identified_at = :at
                             where government = :government and id = :id and identified_as is null and erased_at is null
                            """)
                    .param("person", person)
                    .param("at", Timestamp.from(at))
                    .param("government", government)
                    .param("id", id)
                    .update();
            if (changed == 0) return new PersonOutcome.Missing();
            desk.record(government, by, "unidentified.identified", "unidentified:" + id, "person:" + person);
            return new PersonOutcome.Done(person);
        });
    }

    /** Those who wait first. */
    public List<Entry> list(String government) {
        return tenancy.in(government, () -> sql.sql("""
                        select u.*, (select s.id from person_shown s where s.government = u.government and s.id = u.identified_as) as shown
                          from person_unidentified u where u.government = :government and u.erased_at is null
                         order by u.identified_as is not null, u.found_at desc limit 500
                        """)
                .param("government", government)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        new Description(
                                row.getTimestamp("found_at").toInstant(),
                                row.getString("found_place"),
                                row.getBoolean("deceased"),
                                Sex.of(row.getString("sex").toLowerCase(Locale.ROOT)),
                                row.getInt("age_from"),
                                row.getInt("age_to"),
                                row.getInt("height_cm"),
                                row.getString("build"),
                                row.getString("hair"),
                                row.getString("clothing"),
                                row.getString("footwear"),
                                row.getString("belongings"),
                                row.getString("marks"),
                                row.getString("kept_at")),
                        row.getObject("shown", Long.class)))
                .list());
    }

    /** Erases what was seen of those whose time is over, in all governments; inside a transaction. Returns whose. */
    List<Erased> erase(Instant now) {
        return sql.sql("""
                        update person_unidentified
                           set erased_at = :now, found_place = '', sex = '', age_from = 0, age_to = 120, height_cm = 0, build = '', hair = '',
                               clothing = '', footwear = '', belongings = '', marks = '', kept_at = ''
                         where erased_at is null
                           and (identified_at <= :identified
                                or (identified_at is null and entered_at <= case when deceased then :dead::timestamptz else :living::timestamptz end))
                        returning government, id
                        """)
                .param("now", Timestamp.from(now))
                .param("identified", Timestamp.from(now.minus(IDENTIFIED_LIFE)))
                .param("dead", Timestamp.from(now.minus(DEAD_LIFE)))
                .param("living", Timestamp.from(now.minus(LIVING_LIFE)))
                .query(Erased.class)
                .list();
    }

    record Erased(String government, long id) {}
}
