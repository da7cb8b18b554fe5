package noroshi.persons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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

    /** @param recent version of each record that changed shortly before: these are in the index already */
    private record Built(NameIndex index, Instant at, Map<Long, Integer> recent) {}

    /** Inside a transaction of the government. At most {@code max} numbers, nearest names first. */
    List<Long> find(String government, String typed, int max) {
        var known = all.computeIfAbsent(government, this::whole);
        var changed = changed(government, known);
        if (changed.size() > CHANGES_MAX) {
            known = renewed(government, known);
            changed = changed(government, known);
        }
        var found = new LinkedHashSet<Long>();
        if (!changed.isEmpty()) numbers(build(store.listed(government, changed)::forEach), typed, max, Set.of(), found);
        numbers(known.index(), typed, max, changed, found);
        return found.stream().limit(max).toList();
    }

    /** The large index as it is now, for whoever asks whether it was built again; null: none is. */
    @Nullable
    NameIndex built(String government) {
        var known = all.get(government);
        return known == null ? null : known.index();
    }

    /** Several may ask while it is built: once is enough. */
    private Built renewed(String government, Built old) {
        return Objects.requireNonNull(
                all.compute(government, (code, newest) -> newest == null || newest == old ? whole(code) : newest));
    }

    /** Numbers of everybody whom the large index does not tell of as they are now. */
    private Set<Long> changed(String government, Built built) {
        var changed = store.versions(government, built.at().minus(OVERLAP));
        changed.entrySet().removeAll(built.recent().entrySet());
        return changed.keySet();
    }

    private Built whole(String government) {
        var at = clock.instant();
        var recent = store.versions(government, at.minus(OVERLAP));
        return new Built(build(consumer -> store.each(government, null, consumer)), at, Map.copyOf(recent));
    }

    private static void numbers(NameIndex index, String typed, int max, Set<Long> without, Set<Long> found) {
        for (var hit : NameSearch.find(index, typed, max)) {
            long id = new java.math.BigInteger(hit.payload()).longValueExact();
            if (!without.contains(id)) found.add(id);
        }
    }

    /** @param persons read twice: what some tell in kana is how others, who have none, are read */
    private static NameIndex build(Consumer<Consumer<PersonRecord>> persons) {
        try {
            var readings = new ReadingTable();
            persons.accept(person -> learn(readings, person.facts()));
            var file = Files.createTempFile("noroshi-persons", ".idx");
            try (var writer = new NameIndexWriter(file, readings)) {
                persons.accept(person -> add(writer, person));
                writer.finish();
                return NameIndex.open(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index of persons cannot be built. Is the disk full?", e);
        }
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
