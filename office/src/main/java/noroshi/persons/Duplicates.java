package noroshi.persons;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.names.Kana;
import noroshi.names.OldForms;
import noroshi.names.Sound;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records that may be about the same human being: proposed by the program, decided by an officer. */
@Component
public final class Duplicates {

    private static final int LISTED_MAX = 100;
    private static final int SAME_NAME_MAX = 20;

    private final JdbcClient sql;
    private final PersonStore store;
    private final NoteStore notes;
    private final PersonDesk desk;
    private final RecordPerson record;
    private final LookUpPersons lookUps;
    private final Tenancy tenancy;

    Duplicates(
            JdbcClient sql,
            PersonStore store,
            NoteStore notes,
            PersonDesk desk,
            RecordPerson record,
            LookUpPersons lookUps,
            Tenancy tenancy) {
        this.sql = sql;
        this.store = store;
        this.notes = notes;
        this.desk = desk;
        this.record = record;
        this.lookUps = lookUps;
        this.tenancy = tenancy;
    }

    /** Two who are both shown. */
    public record Pair(PersonRecord first, PersonRecord second, String reason) {}

    /** Looks at everybody who is shown; pairs that were decided are not proposed again. Returns how many are new. */
    public int propose(String government, Officer by) {
        if (!PersonDesk.mayWrite(by, government)) return 0;
        return tenancy.in(government, () -> {
            Map<String, List<PersonRecord>> alike = new HashMap<>();
            store.each(government, null, person -> alike.computeIfAbsent(key(person.facts()), k -> new ArrayList<>())
                    .add(person));
            int proposed = 0;
            for (var same : alike.values()) proposed += among(government, same);
            desk.record(government, by, "persons.compared", "persons", "%d組".formatted(proposed));
            return proposed;
        });
    }

    private int among(String government, List<PersonRecord> same) {
        int proposed = 0;
        for (int i = 0; i < Math.min(same.size(), SAME_NAME_MAX); i++)
            for (int j = i + 1; j < Math.min(same.size(), SAME_NAME_MAX); j++) {
                var reason = reason(same.get(i).facts(), same.get(j).facts());
                if (reason.isEmpty()) continue;
                proposed += sql.sql("""
                                insert into person_pair (government, first, second, reason) values (:government, :first, :second, :reason)
                                on conflict do nothing
                                """)
                        .param("government", government)
                        .param("first", same.get(i).id())
                        .param("second", same.get(j).id())
                        .param("reason", reason)
                        .update();
            }
        return proposed;
    }

    /** Kana where they are known, since kanji are written in several ways; else the characters in one form. */
    private static String key(PersonFacts facts) {
        var kana = Kana.normal(facts.familyKana() + facts.givenKana()).replace(" ", "");
        return kana.isEmpty()
                ? "W"
                        + OldForms.folded(
                                Kana.normal(facts.family() + facts.given()).replace(" ", ""))
                : "S" + Sound.of(List.of(kana));
    }

    /** Empty: these differ in something that one human being has once. */
    private static String reason(PersonFacts a, PersonFacts b) {
        if (a.sex() != Sex.UNKNOWN && b.sex() != Sex.UNKNOWN && a.sex() != b.sex()) return "";
        if (!a.born().isEmpty() && !b.born().isEmpty())
            return a.born().startsWith(b.born()) || b.born().startsWith(a.born()) ? "氏名と生年月日が同じ" : "";
        if (!a.city().isEmpty() && !b.city().isEmpty()) {
            if (!a.city().equals(b.city())) return "";
            return a.town().equals(b.town()) ? "氏名と住所が同じ" : "氏名と市区町村が同じ";
        }
        return "氏名のよみが同じ";
    }

    /** Who is seen is in the log of look-ups. */
    public List<Pair> list(String government, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return List.of();
        return tenancy.in(government, () -> {
            var ids = sql.sql("""
                            select p.first, p.second, p.reason from person_pair p
                              join person_shown a on a.government = p.government and a.id = p.first
                              join person_shown b on b.government = p.government and b.id = p.second
                             where p.government = :government and p.state = 'open' order by p.first, p.second limit :max
                            """)
                    .param("government", government)
                    .param("max", LISTED_MAX)
                    .query((row, n) -> Map.entry(new long[] {row.getLong(1), row.getLong(2)}, row.getString(3)))
                    .list();
            var pairs = new ArrayList<Pair>();
            for (var pair : ids) {
                var first = store.find(government, pair.getKey()[0]);
                var second = store.find(government, pair.getKey()[1]);
                if (first.isPresent() && second.isPresent())
                    pairs.add(new Pair(first.get(), second.get(), pair.getValue()));
            }
            lookUps.seen(
                    government,
                    by,
                    at,
                    "pairs",
                    pairs.stream().flatMap(pair -> Stream.of(pair.first(), pair.second())));
            return pairs;
        });
    }

    /** The second is merged into the first: from now on they are one, and each source that copied them learns it by a note. */
    public PersonOutcome merge(String government, long keep, long gone, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return new PersonOutcome.NotAllowed("この団体の安否情報を扱う権限がありません。");
        if (keep == gone) return new PersonOutcome.Invalid("同じ記録です。");
        return tenancy.in(government, () -> {
            var kept = store.lock(government, keep);
            var merged = store.lock(government, gone);
            if (kept.isEmpty() || merged.isEmpty()) return new PersonOutcome.Missing();
            store.set(government, gone, "merged_into = :value", keep, at);
            // One human being refuses once, whichever record knows of it.
            if (merged.get().consent() == Consent.REFUSED)
                store.set(government, keep, "consent = :value", Consent.REFUSED.code(), at);
            // Whoever was merged into the one that goes now follows.
            sql.sql("update person set merged_into = :keep where government = :government and merged_into = :gone")
                    .param("keep", keep)
                    .param("government", government)
                    .param("gone", gone)
                    .update();
            notes.add(
                    government,
                    keep,
                    new PersonNote(
                            record.noteRecord(government, UUID.randomUUID().toString()),
                            Happening.SAID,
                            NoteStatus.NOT_SAID,
                            "",
                            "記録「%s」は同じ人のため、この記録にまとめました。".formatted(merged.get().record()),
                            by.name(),
                            "",
                            at,
                            at,
                            by.id()));
            decided(government, keep, gone, "merged", by, at);
            desk.announce(government, gone);
            return desk.done(government, keep, by, "person.merged");
        });
    }

    public PersonOutcome different(String government, long first, long second, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return new PersonOutcome.NotAllowed("この団体の安否情報を扱う権限がありません。");
        return tenancy.in(government, () -> {
            decided(government, first, second, "different", by, at);
            desk.record(government, by, "person.told_apart", "person:" + first, "person:" + second);
            return new PersonOutcome.Done(first);
        });
    }

    private void decided(String government, long one, long other, String state, Officer by, Instant at) {
        sql.sql("""
                        update person_pair set state = :state, officer = :officer, decided_at = :at
                         where government = :government and first = :first and second = :second
                        """)
                .param("state", state)
                .param("officer", by.id())
                .param("at", Timestamp.from(at))
                .param("government", government)
                .param("first", Math.min(one, other))
                .param("second", Math.max(one, other))
                .update();
    }
}
