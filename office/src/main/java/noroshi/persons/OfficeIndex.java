package noroshi.persons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.names.NameIndex;
import noroshi.names.NameIndexWriter;
import noroshi.names.NameSearch;
import noroshi.names.ReadingTable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Searches a government's persons for its officers: a large index that is built now and then, and a small one of what changed since.
 * Gives numbers only; who may be shown, and what is told, is read from the database afterwards.
 */
@Component
class OfficeIndex {

    /** With so many changes since, the large index is built again. */
    static final int CHANGES_MAX = 2_000;

    /** A row may be committed so much later than its time says. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final PersonStore store;
    private final InstantSource clock;
    private final Map<String, Built> all = new ConcurrentHashMap<>();

    @Autowired
    OfficeIndex(PersonStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Built(NameIndex index, Instant at) {}

    /** Inside a transaction of the government. At most {@code max} numbers, nearest names first. */
    List<Long> find(String government, String typed, int max) {
        var built = all.computeIfAbsent(government, code -> build(code, null));
        var since = built.at().minus(OVERLAP);
        var changed = new HashSet<>(store.changed(government, since));
        if (changed.size() > CHANGES_MAX) {
            built = build(government, null);
            all.put(government, built);
            changed.clear();
        }
        var found = new LinkedHashSet<Long>();
        if (!changed.isEmpty()) numbers(build(government, since).index(), typed, max, Set.of(), found);
        numbers(built.index(), typed, max, changed, found);
        return found.stream().limit(max).toList();
    }

    private static void numbers(NameIndex index, String typed, int max, Set<Long> without, Set<Long> found) {
        for (var hit : NameSearch.find(index, typed, max)) {
            long id = new java.math.BigInteger(hit.payload()).longValueExact();
            if (!without.contains(id)) found.add(id);
        }
    }

    private Built build(String government, @Nullable Instant since) {
        var now = clock.instant();
        try {
            var file = Files.createTempFile("noroshi-persons", ".idx");
            try (var writer = new NameIndexWriter(file, readings(government, since))) {
                store.each(government, since, person -> add(writer, person));
                writer.finish();
                return new Built(NameIndex.open(file), now);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index of persons cannot be built. Is the disk full?", e);
        }
    }

    /** What the others' kana tell of the readings of those who have none. */
    private ReadingTable readings(String government, @Nullable Instant since) {
        var table = new ReadingTable();
        store.each(government, since, person -> learn(table, person.facts()));
        return table;
    }

    static void learn(ReadingTable table, PersonFacts facts) {
        table.learn(facts.family(), facts.familyKana());
        table.learn(facts.given(), facts.givenKana());
    }

    private static void add(NameIndexWriter writer, PersonRecord person) {
        try {
            writer.add(
                    new ArrayList<>(person.facts().names()),
                    java.math.BigInteger.valueOf(person.id()).toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The index of persons cannot be written. Is the disk full?", e);
        }
    }
}
