package noroshi.lalert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import noroshi.people.Directory;
import noroshi.platform.Settings;
import noroshi.platform.Time;
import noroshi.standards.lalert.Document;
import noroshi.standards.lalert.LalertWriter;
import noroshi.standards.lalert.Office;
import noroshi.standards.lalert.Status;
import noroshi.standards.lalert.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the next revision of a thread, or the first of a new document where the last one told of the end. */
@Component
class MakeDocument {

    private static final int TITLE_CHARACTERS_MAX = 100;
    private static final int HEADLINE_CHARACTERS_MAX = 500;

    private final LalertStore store;
    private final Directory directory;
    private final Settings settings;
    private final InstantSource clock;

    MakeDocument(LalertStore store, Directory directory, Settings settings, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /** Call inside a door and under {@link LalertStore#hold}; the same state makes nothing. */
    void handle(String government, Draft draft) {
        var last = store.newest(government, draft.kind(), draft.thread()).orElse(null);
        if (last != null && last.told().equals(draft.told())) return;
        boolean fresh = last == null || last.ended();
        // Nothing stands and nothing was told: there is nothing to lift.
        if (fresh && draft.ended()) return;
        var now = clock.instant();
        var document = document(government, draft, fresh ? null : last, now);
        store.add(new LalertEntry(
                government,
                0,
                draft.kind(),
                draft.thread(),
                document.id(),
                document.revision(),
                draft.ended(),
                draft.mark(),
                document.title(),
                draft.told(),
                new String(LalertWriter.write(document), StandardCharsets.UTF_8),
                now));
    }

    private Document document(String government, Draft draft, @Nullable LalertEntry last, Instant now) {
        var teller = directory.getGovernment(government);
        var id = last == null ? id(government, draft, now) : last.document();
        return new Document(
                government + "." + settings.publicUrl().getHost(),
                id,
                last == null ? 1 : last.revision() + 1,
                status(draft.mark()),
                last == null ? Type.REPORT : Type.UPDATE,
                new Office(government, teller.name(), teller.kana(), teller.phone()),
                cut(teller.name() + " " + draft.title(), TITLE_CHARACTERS_MAX),
                cut(draft.headline(), HEADLINE_CHARACTERS_MAX),
                time(now),
                time(last == null ? now : store.first(government, id)),
                time(draft.reported()),
                "",
                draft.body());
    }

    private static UUID id(String government, Draft draft, Instant now) {
        var name = "%s/%s/%s/%s".formatted(government, draft.kind(), draft.thread(), now);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A replay of the past is an exercise for everyone who receives it. */
    private static Status status(String mark) {
        return switch (mark) {
            case "" -> Status.ACTUAL;
            case "test" -> Status.TEST;
            default -> Status.EXERCISE;
        };
    }

    static OffsetDateTime time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(Time.JAPAN).toOffsetDateTime();
    }

    private static String cut(String text, int charactersMax) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= charactersMax ? line : line.substring(0, charactersMax - 1) + "…";
    }
}
