package noroshi.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.names.NameHit.Closeness;
import noroshi.names.NameIndex.Postings;

/**
 * Finds persons by name: identical characters first, then old and new forms of them, then the same sound. The words of a query
 * belong together: 山田太郎 never becomes 山田 or 太郎.
 */
public final class NameSearch {
    /** A page of hits is for a human being; whoever gets more should tell more of the name. */
    public static final int HITS_MAX = 200;

    /** How far into a common sound's list we look for those that are nearest. */
    private static final int WINDOW_RECORDS = 256;

    private static final int SOUNDS_MAX = 16;
    private static final int READ_RECORDS_MAX = 64;

    private final NameIndex index;
    private final NameQuery query;
    private final int limit;
    private final Map<Integer, Closeness> found = new LinkedHashMap<>();

    private NameSearch(NameIndex index, NameQuery query, int limit) {
        this.index = index;
        this.query = query;
        this.limit = Math.clamp(limit, 0, HITS_MAX);
    }

    /** At most {@code limit} persons, nearest first; nobody for an empty query. */
    public static List<NameHit> find(NameIndex index, String typed, int limit) {
        NameQuery query = NameQuery.of(typed);
        return query.words().isEmpty() ? List.of() : new NameSearch(index, query, limit).run();
    }

    private List<NameHit> run() {
        written();
        if (found.size() < limit) {
            sounds();
        }
        List<NameHit> hits = new ArrayList<>(found.size());
        found.forEach((record, closeness) ->
                hits.add(new NameHit(record, index.name(record), index.payload(record), closeness)));
        return hits;
    }

    private void written() {
        String folded = OldForms.folded(query.written());
        boolean isFolded = folded.equals(query.written());
        if (!isFolded) {
            Postings same = index.postings(Keys.exactly(query.written()));
            for (int i = 0; i < same.count() && found.size() < limit; i++) {
                found.put(same.record(i), Closeness.IDENTICAL);
            }
        }
        Postings all = index.postings(Keys.writtenAs(folded));
        for (int i = 0; i < all.count() && found.size() < limit; i++) {
            boolean identical = isFolded && !all.isNear(i);
            found.putIfAbsent(all.record(i), identical ? Closeness.IDENTICAL : Closeness.SAME_CHARACTERS);
        }
    }

    /** Of those that sound alike, the ones with the typed kana and characters in their name come first. */
    private void sounds() {
        List<Integer> near = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (String sound : query.hasIdeograph() ? readings() : List.of(Sound.of(query.words()))) {
            Postings postings = index.postings(Keys.sound(sound));
            for (int i = 0; i < postings.count() && i < WINDOW_RECORDS; i++) {
                int record = postings.record(i);
                if (!found.containsKey(record)) {
                    boolean first = query.isLatin() || resembles(index.name(record));
                    (first ? near : others).add(record);
                }
            }
        }
        near.addAll(others);
        for (int record : near) {
            if (found.size() >= limit) {
                return;
            }
            found.putIfAbsent(record, Closeness.SAME_SOUND);
        }
    }

    private boolean resembles(PersonName name) {
        String all = OldForms.folded(Keys.joined(name.family())) + " " + OldForms.folded(Keys.joined(name.given()))
                + " " + Keys.joined(name.familyKana()) + Keys.joined(name.givenKana()) + Keys.joined(name.familyKana());
        return query.words().stream().allMatch(word -> all.contains(OldForms.folded(word)));
    }

    /** The sounds a query in Chinese characters may have, learnt from the persons in the index who are written so. */
    private Set<String> readings() {
        Set<String> sounds = new LinkedHashSet<>();
        if (query.words().size() > 1) {
            combine(query.words(), List.of(), sounds);
            return sounds;
        }
        String word = OldForms.folded(query.written());
        sounds.addAll(read(word));
        for (int cut = 1; cut < word.length() && sounds.size() < SOUNDS_MAX; cut++) {
            for (String first : read(word.substring(0, cut))) {
                for (String second : read(word.substring(cut))) {
                    sounds.add(Sound.of(List.of(first, second)));
                }
            }
        }
        return sounds;
    }

    private void combine(List<String> words, List<String> before, Set<String> sounds) {
        if (words.isEmpty()) {
            sounds.add(Sound.of(before));
            return;
        }
        String word = words.getFirst();
        for (String reading : Kana.hasIdeograph(word) ? read(OldForms.folded(word)) : List.of(word)) {
            if (sounds.size() < SOUNDS_MAX) {
                List<String> with = new ArrayList<>(before);
                with.add(reading);
                combine(words.subList(1, words.size()), with, sounds);
            }
        }
    }

    /** How the persons read this word whose family name, given name or whole name it is. */
    private List<String> read(String folded) {
        Postings all = index.postings(Keys.writtenAs(folded));
        Set<String> readings = new LinkedHashSet<>();
        for (int i = 0; i < all.count() && i < READ_RECORDS_MAX; i++) {
            PersonName name = index.name(all.record(i));
            String family = Keys.joined(name.familyKana());
            String given = Keys.joined(name.givenKana());
            if (folded.equals(OldForms.folded(Keys.joined(name.family())))) {
                readings.add(family);
            } else if (folded.equals(OldForms.folded(Keys.joined(name.given())))) {
                readings.add(given);
            } else {
                readings.add(family + given);
            }
        }
        return readings.stream().filter(r -> !r.isEmpty()).limit(4).toList();
    }
}
