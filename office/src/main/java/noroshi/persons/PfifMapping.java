package noroshi.persons;

import java.time.Instant;
import noroshi.names.PersonName;
import noroshi.standards.pfif.Author;
import noroshi.standards.pfif.Home;
import noroshi.standards.pfif.PfifName;
import noroshi.standards.pfif.PfifNote;
import noroshi.standards.pfif.PfifPerson;
import noroshi.standards.pfif.PfifSex;
import noroshi.standards.pfif.PfifStatus;
import noroshi.standards.pfif.Source;

/** Our records as PFIF's and back. Outward go neither streets nor authors: whoever writes on a relative may be protected. */
final class PfifMapping {

    /** PFIF wants a name there. */
    static final Author UNNAMED = new Author("（非公開）", "", "");

    private PfifMapping() {}

    static PersonFacts facts(PfifPerson person) {
        var name = name(person.name());
        return new PersonFacts(
                name.family(),
                name.given(),
                name.familyKana(),
                name.givenKana(),
                person.name().alternates(),
                person.sex() == null ? Sex.UNKNOWN : Sex.valueOf(person.sex().name()),
                person.born(),
                person.age(),
                person.home().state(),
                person.home().city(),
                person.home().neighborhood(),
                person.home().street(),
                person.description());
    }

    /** A second line of the full name, or the first other name, may be the kana. */
    private static PersonName name(PfifName name) {
        var full = name.full().lines().findFirst().orElse("");
        var kana = name.alternates()
                .lines()
                .filter(PfifMapping::isKana)
                .findFirst()
                .orElse("");
        if (name.family().isBlank() && name.given().isBlank()) return PersonName.of(full, kana);
        var read = PersonName.of(kana.isEmpty() ? full : kana, kana);
        return new PersonName(name.family(), name.given(), read.familyKana(), read.givenKana());
    }

    private static boolean isKana(String text) {
        return !text.isBlank() && text.strip().matches("[ぁ-ゖァ-ヺー\\s\\u3000]+");
    }

    static PersonNote note(PfifNote note, Instant now) {
        return new PersonNote(
                note.id(),
                Happening.SAID,
                note.status() == null
                        ? NoteStatus.NOT_SAID
                        : NoteStatus.valueOf(note.status().name()),
                note.location(),
                note.text(),
                note.author().name(),
                (note.author().email() + " " + note.author().phone()).strip(),
                note.said(),
                now,
                null);
    }

    static PfifPerson outward(PersonRecord person) {
        var facts = person.facts();
        return new PfifPerson(
                person.record(),
                person.enteredAt(),
                person.expiresAt(),
                Author.NONE,
                new Source(person.source(), person.sourceAt(), ""),
                new PfifName(
                        facts.written(),
                        facts.given(),
                        facts.family(),
                        (facts.kana() + "\n" + facts.otherNames()).strip()),
                facts.description(),
                facts.sex() == Sex.UNKNOWN ? null : PfifSex.valueOf(facts.sex().name()),
                facts.born(),
                facts.age(),
                new Home("", facts.town(), facts.city(), facts.prefecture(), "", "JP"),
                "",
                "");
    }

    /** Who stands on a public list and did not agree themselves: no more than the list tells. */
    static PfifPerson listed(PersonRecord person) {
        var facts = person.facts();
        return outward(new PersonRecord(
                person.id(),
                person.government(),
                person.record(),
                new PersonFacts(
                        facts.family(),
                        facts.given(),
                        facts.familyKana(),
                        facts.givenKana(),
                        "",
                        facts.sex(),
                        "",
                        facts.age(),
                        facts.prefecture(),
                        facts.city(),
                        facts.town(),
                        "",
                        ""),
                "",
                person.consent(),
                person.source(),
                person.sourceAt(),
                person.enteredAt(),
                person.expiresAt(),
                person.version()));
    }

    /** As other repositories take it: the copy's moment is that of its newest change. */
    static PfifPerson entered(PfifPerson person, Instant at) {
        return new PfifPerson(
                person.id(),
                at,
                person.expires(),
                person.author(),
                person.source(),
                person.name(),
                person.description(),
                person.sex(),
                person.born(),
                person.age(),
                person.home(),
                person.photo(),
                person.profiles());
    }

    static PfifNote outward(PersonRecord person, PersonNote note) {
        return new PfifNote(
                note.record(),
                person.record(),
                null,
                note.enteredAt(),
                UNNAMED,
                note.saidAt(),
                null,
                note.status() == NoteStatus.NOT_SAID
                        ? null
                        : PfifStatus.valueOf(note.status().name()),
                "",
                "",
                note.place(),
                note.happening() == Happening.SAID
                        ? note.words()
                        : (note.happening().japanese() + " " + note.words()).strip(),
                "");
    }
}
