package noroshi.standards.pfif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Records with every field and awkward characters, from a seed. */
final class RandomRecords {
    private static final String[] PIECES = {
        "山田", "𠮷", "<b>", "&amp;", "]]>", "\r\n", "\n", "\t", "é", "\"'", "ﾀﾛｳ", "髙﨑", " ", "葛󠄀"
    };

    private final Random random;

    RandomRecords(Random random) {
        this.random = random;
    }

    PfifDocument document() {
        List<PfifPerson> persons = new ArrayList<>();
        List<PfifNote> notes = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            persons.add(person("a.example/p" + i));
            for (int n = 0; n < random.nextInt(3); n++) {
                notes.add(note("a.example/n" + i + "-" + n, "a.example/p" + i));
            }
        }
        notes.add(note("b.example/alone", "b.example/other"));
        return PfifDocument.of(persons, notes);
    }

    private PfifPerson person(String id) {
        return new PfifPerson(
                id,
                maybe(),
                maybe(),
                author(),
                new Source(text(), instant(), text()),
                new PfifName("名" + text(), text(), text(), text()),
                text(),
                random.nextBoolean() ? null : PfifSex.values()[random.nextInt(3)],
                random.nextBoolean() ? "" : "1970-01",
                random.nextBoolean() ? "" : "35-45",
                new Home(text(), text(), text(), text(), text(), random.nextBoolean() ? "" : "JP"),
                text(),
                text());
    }

    private PfifNote note(String id, String person) {
        return new PfifNote(
                id,
                person,
                random.nextBoolean() ? null : "c.example/1",
                maybe(),
                author(),
                instant(),
                random.nextBoolean() ? null : Boolean.valueOf(random.nextBoolean()),
                random.nextBoolean() ? null : PfifStatus.values()[random.nextInt(5)],
                text(),
                text(),
                text(),
                text(),
                text());
    }

    private Author author() {
        return new Author(text(), text(), text());
    }

    private Instant instant() {
        return Instant.ofEpochSecond(1_300_000_000L + random.nextInt(100_000_000));
    }

    private @Nullable Instant maybe() {
        return random.nextBoolean() ? null : instant();
    }

    /** Outer spaces have no meaning in the format. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString().strip();
    }
}
