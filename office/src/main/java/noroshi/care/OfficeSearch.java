package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds anything in the office by its words, the newest first.
 *
 * <p>Two steps, since row-level security lets no index over words be used (an operator that could leak is not asked before the policy): a
 * worker's door finds the keys, always with the government in the question; the officer's own door then reads the rows, and shows none that
 * the policy hides. A frequent word is found among the newest entries, a rare one by the index, so neither costs more the more there is.
 */
@Component
public class OfficeSearch {

    public static final int WORDS_CHARACTERS_MAX = 100;
    public static final int HITS_PAGE = 20;
    private static final int WORDS_MAX = 8;
    private static final int NEWEST_LOOKED_AT = 400;
    private static final int FOUND_MAX = 1_000;
    private static final int AROUND_CHARACTERS = 60;
    private static final String NEWEST = "where government = :government order by at desc limit " + NEWEST_LOOKED_AT;
    private static final String BY_GRAMS = "where grams @> :grams::int[]";

    private final Tenancy tenancy;
    private final JdbcClient sql;

    OfficeSearch(Tenancy tenancy, JdbcClient sql) {
        this.tenancy = tenancy;
        this.sql = sql;
    }

    /**
     * What is looked for; null: whatever.
     *
     * @param words all must stand in title or text; between 「 or " as they stand
     * @param kind article, media or inquiry; @param from and @param until of the last change, until not included
     */
    public record Question(
            String words,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String series,
            @Nullable String department,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Pieces of text in turn: plain, marked, plain, marked … */
    public record Hit(
            String kind,
            String subject,
            String state,
            String series,
            String department,
            Instant at,
            List<String> title,
            List<String> excerpt) {
        public Hit {
            title = List.copyOf(title);
            excerpt = List.copyOf(excerpt);
        }
    }

    /** @param more there are further ones behind these */
    public record Hits(List<Hit> hits, boolean more) {}

    private record Key(String kind, String subject, Instant at) {}

    public Hits find(String government, Officer officer, Question question, int page) {
        var words = words(question.words());
        if (words.isEmpty() || !officer.mayActFor(government)) return new Hits(List.of(), false);
        int wanted = (page + 1) * HITS_PAGE + 1;
        if (wanted > FOUND_MAX) return new Hits(List.of(), false);
        var keys = tenancy.everywhere(() -> keys(government, officer, question, words, wanted));
        var shown = keys.stream().skip((long) page * HITS_PAGE).limit(HITS_PAGE).toList();
        var hits = tenancy.in(government, () -> read(government, shown, words));
        return new Hits(hits, keys.size() > (page + 1) * HITS_PAGE);
    }

    static List<String> words(String typed) {
        var words = new LinkedHashSet<String>();
        var parts = Grams.shown(typed).split("[\"「」“”]");
        for (int i = 0; i < parts.length; i++) {
            var part = Grams.folded(parts[i]).strip();
            if (i % 2 == 1) words.add(part);
            else words.addAll(Arrays.asList(part.split(" ")));
        }
        words.remove("");
        return words.stream().limit(WORDS_MAX).toList();
    }

    private List<Key> keys(String government, Officer officer, Question question, List<String> words, int wanted) {
        var newest = ask(NEWEST, government, officer, question, words, wanted);
        if (newest.size() >= wanted) return newest;
        // Whatever the planner thinks of how frequent the words are: they were not frequent among the newest.
        sql.sql("select set_config('enable_seqscan', 'off', true)")
                .query(String.class)
                .single();
        return ask(BY_GRAMS, government, officer, question, words, wanted);
    }

    private List<Key> ask(
            String among, String government, Officer officer, Question question, List<String> words, int wanted) {
        return sql.sql("""
                        with among as materialized (
                            select government, kind, subject, at, state, series, department, folded from search_entry %s)
                        select kind, subject, at from among
                         where government = :government
                           and (:kind::text is null or kind = :kind)
                           and (:state::text is null or state = :state)
                           and (:series::text is null or series = :series)
                           and (:department::text is null or department = :department)
                           and (:from::timestamptz is null or at >= :from)
                           and (:until::timestamptz is null or at < :until)
                           and (kind <> 'inquiry' or :administrator or department = :own)
                           and not exists (select from unnest(:words::text[]) word where strpos(folded, word) = 0)
                         order by at desc, subject desc limit :wanted
                        """.formatted(among))
                .param("grams", grams(government, words))
                .param("government", government)
                .param("kind", question.kind())
                .param("state", question.state())
                .param("series", question.series())
                .param("department", question.department())
                .param("from", timestamp(question.from()))
                .param("until", timestamp(question.until()))
                .param("administrator", officer.has(Role.ADMINISTRATOR))
                .param("own", officer.department())
                .param("words", words.toArray(String[]::new))
                .param("wanted", wanted)
                .query((row, n) -> new Key(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static int[] grams(String government, List<String> words) {
        return IntStream.concat(
                        IntStream.of(Grams.government(government)),
                        words.stream().flatMapToInt(word -> IntStream.of(Grams.ofWord(word))))
                .distinct()
                .toArray();
    }

    private List<Hit> read(String government, List<Key> keys, List<String> words) {
        if (keys.isEmpty()) return List.of();
        Map<Key, Hit> hits = new HashMap<>();
        sql.sql("""
                        select kind, subject, at, state, series, department, title, shown from search_entry
                         where government = :government and (kind, subject) in (select * from unnest(:kinds::text[], :subjects::text[]))
                        """)
                .param("government", government)
                .param("kinds", keys.stream().map(Key::kind).toArray(String[]::new))
                .param("subjects", keys.stream().map(Key::subject).toArray(String[]::new))
                .query(row -> {
                    var title = row.getString("title");
                    var key = new Key(
                            row.getString("kind"),
                            row.getString("subject"),
                            row.getTimestamp("at").toInstant());
                    hits.put(
                            key,
                            new Hit(
                                    key.kind(),
                                    key.subject(),
                                    row.getString("state"),
                                    row.getString("series"),
                                    row.getString("department"),
                                    key.at(),
                                    marked(title, words, 0, title.length()),
                                    excerpt(row.getString("shown"), words)));
                });
        return keys.stream().filter(hits::containsKey).map(hits::get).toList();
    }

    /** The surroundings of the first word that is in it; without one, its beginning. */
    static List<String> excerpt(String shown, List<String> words) {
        var folded = Grams.folded(shown);
        int first = words.stream()
                .mapToInt(folded::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        int from = Math.max(0, first - AROUND_CHARACTERS / 2);
        int to = Math.min(shown.length(), first + 2 * AROUND_CHARACTERS);
        var pieces = new ArrayList<>(marked(shown, words, from, to));
        if (from > 0) pieces.set(0, "…" + pieces.getFirst());
        if (to < shown.length()) {
            if (pieces.size() % 2 == 1) pieces.set(pieces.size() - 1, pieces.getLast() + "…");
            else pieces.add("…");
        }
        return pieces;
    }

    private static List<String> marked(String shown, List<String> words, int from, int to) {
        var folded = Grams.folded(shown);
        var isMarked = new boolean[to - from];
        Set<String> each = Set.copyOf(words);
        for (var word : each)
            for (int at = folded.indexOf(word, from); at >= 0 && at < to; at = folded.indexOf(word, at + 1))
                Arrays.fill(isMarked, at - from, Math.min(to, at + word.length()) - from, true);
        var pieces = new ArrayList<String>();
        int begun = from;
        for (int i = from; i <= to; i++) {
            boolean marking = pieces.size() % 2 == 1;
            if (i < to && isMarked[i - from] == marking) continue;
            if (i == to && begun == to && !pieces.isEmpty()) break;
            pieces.add(shown.substring(begun, i));
            begun = i;
        }
        return pieces.isEmpty() ? List.of("") : pieces;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
