package noroshi.persons;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import noroshi.letter.SealedFile;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Head;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Settings.LetterKey;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/**
 * Brings the sealed index into the snapshot whenever somebody became findable or is to be forgotten; many changes together make one.
 * Without beacons that are trusted with names nothing is published.
 *
 * @param keys files with one line each: the id and the public half of a beacon's search key
 */
record PublicIndexListener(
        PublicIndex index,
        List<Path> keys,
        String site,
        SecureRandom random,
        InstantSource clock,
        Consumer<Map<Key, Timeline<Value>>> records)
        implements Listener {

    static final String PATH = "/sealed/persons";
    private static final String BUILT = "site.built";
    private static final int BATCH_MAX = 1_000;
    private static final Head SEALED = Head.of("application/octet-stream");

    @Override
    public String name() {
        return "persons-index";
    }

    @Override
    public Set<String> topics() {
        return Set.of(PersonDesk.CHANGED, NameLists.CHANGED, BUILT);
    }

    @Override
    public Lane lane() {
        return Lane.ORDINARY;
    }

    @Override
    public int batchMax() {
        return BATCH_MAX;
    }

    @Override
    public void handle(List<Announcement> batch) {
        if (keys.isEmpty() || batch.stream().noneMatch(this::concerns)) return;
        var receivers = keys.stream().map(PublicIndexListener::read).toList();
        var made = clock.instant();
        var built = index.build();
        var pieces = SealedFile.seal(receivers, new SealedFile.About("persons", made), built.bytes(), random);
        var parts = pieces.stream()
                .<Part>map(piece -> new Part.Piece(Fragment.raw(piece)))
                .toList();
        records.accept(Map.of(Key.of(site, PATH), Timeline.always(new Value.Page(SEALED, parts))));
    }

    /** Built anew, a site has lost the index only if it is the one that holds it. */
    private boolean concerns(Announcement one) {
        return !one.event().topic().equals(BUILT) || one.government().equals(site);
    }

    static LetterKey read(Path file) {
        try {
            var words = Files.readString(file).strip().split("\\s+", -1);
            if (words.length != 2)
                throw new IllegalStateException("A search key's public half reads 'ID PUBLIC': " + file.getFileName());
            return new LetterKey(words[0], words[1]);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("The search key cannot be read: " + file.getFileName(), e);
        }
    }
}
