package noroshi.beacon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.letter.LetterBroken;
import noroshi.letter.SealedFile;
import noroshi.letter.UnsealKey;
import noroshi.names.NameHit;
import noroshi.names.NameIndex;
import noroshi.names.NameSearch;
import noroshi.names.SafetyCard;
import noroshi.snapshot.Answer.Found;
import noroshi.snapshot.Form;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Hash;
import noroshi.snapshot.Key;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.SnapshotBroken;
import org.jspecify.annotations.Nullable;

/**
 * Answers the search for persons from the sealed index in the snapshot, also with the office gone for three days. Only a beacon with a search key
 * can; the opened index lies in a file without a name, which the system forgets with this process. Nothing that was typed is kept.
 */
final class SafetyDesk {
    static final String FORM = "safety";
    static final String PATH = "/sealed/persons";

    /**
     * So long after the office was last heard of names are not told any more: whoever was protected since is still in this index. Three days,
     * for that is when families search most.
     */
    static final Duration UNHEARD_MAX = Duration.ofHours(72);

    /** More would be a list of people, not an answer. */
    static final int HITS_SHOWN_MAX = 20;

    private static final int TYPED_CHARACTERS_MIN = 2;
    private static final String OPENED = "search";
    private static final String ENDING = ".idx";
    private static final System.Logger LOG = System.getLogger("noroshi.beacon");

    private final @Nullable UnsealKey key;
    private final Path folder;
    private final InstantSource clock;
    private volatile @Nullable Opened opened;

    /** @param heard when the office made the snapshot in which the index is, at its last sign of life */
    private record Opened(Hash head, NameIndex index, Instant made, Instant heard) {}

    /** @param key null: this beacon is not trusted with names */
    SafetyDesk(@Nullable UnsealKey key, Path folder, InstantSource clock) throws IOException {
        this.key = key;
        this.folder = folder;
        this.clock = clock;
        sweep();
    }

    /** A beacon that was killed while it opened an index has left it, with everybody's name. */
    private void sweep() throws IOException {
        try (var left = Files.newDirectoryStream(folder, OPENED + "*" + ENDING)) {
            for (var file : left) Files.deleteIfExists(file);
        }
    }

    /** What a search gives. */
    sealed interface Outcome {
        /** @param more others have such a name too, and are not shown */
        record Hits(List<NameHit> hits, boolean more, Instant made) implements Outcome {}

        record Unclear(Form.Problem problem) implements Outcome {}

        record Nowhere() implements Outcome {}

        /** The office has not been heard of for too long. */
        record TooOld(Instant heard) implements Outcome {}
    }

    static boolean isFor(Form form) {
        return form.name().equals(FORM);
    }

    /** After each swap: opens a new index, forgets one that is gone; does nothing while it is the same. */
    synchronized void look(Snapshot snapshot) {
        var trusted = key;
        if (trusted == null) return;
        try {
            var site = snapshot.root().settings().defaultSite();
            if (snapshot.resolve(Key.of(site, PATH), clock.instant()) instanceof Found found)
                open(trusted, fragments(found), snapshot.root().created());
            else opened = null;
        } catch (IOException | LetterBroken | SnapshotBroken e) {
            // What was opened before may hold someone who is to be forgotten by now.
            opened = null;
            LOG.log(System.Logger.Level.WARNING, "The search index does not open", e);
        }
    }

    private void open(UnsealKey trusted, List<Fragment> fragments, Instant heard) throws IOException {
        if (fragments.isEmpty()) {
            opened = null;
            return;
        }
        var now = opened;
        var head = fragments.getFirst().hash();
        if (now != null && now.head().equals(head)) {
            opened = new Opened(head, now.index(), now.made(), heard);
            return;
        }
        var pieces = fragments.stream().map(Fragment::plain).toList();
        var file = Files.createTempFile(folder, OPENED, ENDING);
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                SealedFile.open(trusted, pieces, out);
            }
            opened = new Opened(
                    head,
                    NameIndex.open(file),
                    SealedFile.about(pieces.getFirst()).made(),
                    heard);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<Fragment> fragments(Found found) {
        var all = new ArrayList<Fragment>();
        for (var content : found.body()) if (content instanceof Fragment fragment) all.add(fragment);
        return all;
    }

    /** @param fields name, and home: a part of the address, which narrows the answer */
    Outcome find(Map<String, String> fields) {
        var at = opened;
        if (at == null) return new Outcome.Nowhere();
        if (at.heard().plus(UNHEARD_MAX).isBefore(clock.instant())) return new Outcome.TooOld(at.heard());
        var name = fields.getOrDefault("name", "").strip();
        if (name.codePointCount(0, name.length()) < TYPED_CHARACTERS_MIN)
            return new Outcome.Unclear(new Form.Problem("name", "お名前", "「お名前」は2文字以上で、できるだけ氏名の全部をご記入ください。"));
        var home = fields.getOrDefault("home", "").strip();
        var hits = NameSearch.find(at.index(), name, NameSearch.HITS_MAX).stream()
                .filter(hit ->
                        home.isEmpty() || SafetyCard.of(hit.payload()).home().contains(home))
                .toList();
        boolean more = hits.size() > HITS_SHOWN_MAX;
        return new Outcome.Hits(more ? hits.subList(0, HITS_SHOWN_MAX) : hits, more, at.made());
    }

    /** Records in the index that is open here; 0: none is. */
    int records() {
        var at = opened;
        return at == null ? 0 : at.index().records();
    }
}
