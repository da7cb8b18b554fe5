package noroshi.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Readings learnt from pairs of characters and kana: of whole words, and of names joined from two known words. */
public final class ReadingTable implements Readings {
    static final int READINGS_MAX = 8;

    private final Map<String, Set<String>> words = new HashMap<>();

    /** Remembers the pair. More than a few readings of one word are not kept. */
    public void learn(String characters, String kana) {
        String word = OldForms.folded(Keys.joined(characters));
        String reading = Keys.joined(kana);
        if (!Kana.hasIdeograph(word) || reading.isEmpty()) {
            return;
        }
        Set<String> known = words.computeIfAbsent(word, w -> new LinkedHashSet<>(2));
        if (known.size() < READINGS_MAX) {
            known.add(reading);
        }
    }

    /** The word itself if it is known, and otherwise each way of cutting it in two that are. */
    @Override
    public List<String> of(String characters) {
        String word = OldForms.folded(Keys.joined(characters));
        Set<String> found = new LinkedHashSet<>(known(word));
        if (found.isEmpty()) {
            parts(word).forEach(name -> found.add(name.familyKana() + name.givenKana()));
        }
        return found.stream().limit(READINGS_MAX).toList();
    }

    @Override
    public List<PersonName> parts(String whole) {
        String word = OldForms.folded(Keys.joined(whole));
        List<PersonName> all = new ArrayList<>();
        for (int cut = 1; cut < word.length() && all.size() < READINGS_MAX; cut++) {
            for (String first : known(word.substring(0, cut))) {
                for (String second : known(word.substring(cut))) {
                    all.add(new PersonName(word.substring(0, cut), word.substring(cut), first, second));
                }
            }
        }
        return all;
    }

    private Set<String> known(String word) {
        return words.getOrDefault(word, Set.of());
    }
}
