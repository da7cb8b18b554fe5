package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast the office is searched with many articles: {@code -Dtest=OfficeSearchMeasurement -Dnoroshi.measure=100000}. Words of a vocabulary with
 * frequencies as languages have them (Zipf), so that some stand in nearly every article and some in few.
 */
@EnabledIfSystemProperty(named = "noroshi.measure", matches = "[0-9]+")
class OfficeSearchMeasurement extends DatabaseTest {

    private static final String MIYAGI = "040002";
    private static final int WORDS = 20_000;
    private static final int WORDS_OF_ARTICLE = 150;
    private static final int AT_ONCE = 500;
    private static final int QUESTIONS = 400;

    private final Random random = new Random(20260311);
    private final String[] words = new String[WORDS];

    @Test
    void searchingManyArticles() {
        int articles = Integer.getInteger("noroshi.measure", 10_000);
        for (int i = 0; i < WORDS; i++) words[i] = word();
        tenancy.runEverywhere(() -> sql.sql(
                        "insert into government (code, name, kana, romaji, kind, phone, email, address) values ('040002', '宮城県', 'みやぎけん', 'Miyagi', 'prefecture', '', '', '')")
                .update());
        long begun = System.nanoTime();
        for (int from = 0; from < articles; from += AT_ONCE) fill(from, Math.min(AT_ONCE, articles - from));
        System.out.printf("%,d entries in %,d ms%n", articles, (System.nanoTime() - begun) / 1_000_000);
        analyze();
        var officer = new Officer(1, MIYAGI, "sato", "佐藤", "kouhou", Set.of(Role.AUTHOR), true);
        var search = new OfficeSearch(tenancy, sql);
        for (var kind : List.of("frequent", "usual", "rare", "two", "none")) {
            var times = new ArrayList<Long>();
            int found = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                var question = new OfficeSearch.Question(question(kind), null, null, null, null, null, null);
                long start = System.nanoTime();
                found += search.find(MIYAGI, officer, question, 0).hits().size();
                if (i >= QUESTIONS / 10) times.add(System.nanoTime() - start);
            }
            times.sort(null);
            System.out.printf(
                    "%s: p50 %.1f ms, p99 %.1f ms, greatest %.1f ms, %.1f hits%n",
                    kind,
                    times.get(times.size() / 2) / 1e6,
                    times.get(times.size() * 99 / 100) / 1e6,
                    times.getLast() / 1e6,
                    (double) found / QUESTIONS);
            assertThat(times.get(times.size() * 99 / 100))
                    .as(kind)
                    .isLessThan(Duration.ofSeconds(2).toNanos());
        }
    }

    private void analyze() {
        try (var connection = asOwner();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze search_entry");
            var size = statement.executeQuery(
                    "select pg_size_pretty(pg_total_relation_size('search_entry')), pg_size_pretty(pg_relation_size('search_entry_grams'))");
            size.next();
            System.out.printf("table and indexes %s, index of grams %s%n", size.getString(1), size.getString(2));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String word() {
        var word = new StringBuilder();
        int length = 2 + random.nextInt(3);
        for (int i = 0; i < length; i++) word.append((char) (0x4E00 + random.nextInt(1_500)));
        return word.toString();
    }

    /** Zipf: the n-th word stands 1/n as often as the first. */
    private String oneOf() {
        return words[(int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS)))];
    }

    private String question(String kind) {
        return switch (kind) {
            case "frequent" -> words[1 + random.nextInt(20)];
            case "usual" -> words[100 + random.nextInt(2_000)];
            case "rare" -> words[10_000 + random.nextInt(10_000)];
            case "two" -> words[20 + random.nextInt(500)] + " " + words[500 + random.nextInt(5_000)];
            default -> word() + word();
        };
    }

    private void fill(int from, int count) {
        var rows = new ArrayList<Map<String, ?>>();
        for (int i = 0; i < count; i++) {
            var text = new StringBuilder();
            for (int w = 0; w < WORDS_OF_ARTICLE; w++) text.append(oneOf()).append(w % 12 == 11 ? "。" : "の");
            var shown = text.toString();
            var folded = "見本 第%d号\n".formatted(from + i) + Grams.folded(shown);
            rows.add(Map.of(
                    "subject", String.valueOf(from + i),
                    "at", Timestamp.from(clock.instant().minus(Duration.ofMinutes(from + i))),
                    "title", "見本 第%d号".formatted(from + i),
                    "shown", shown,
                    "folded", folded,
                    "grams", Grams.of(MIYAGI, folded)));
        }
        tenancy.runEverywhere(() -> rows.forEach(row -> sql.sql("""
                        insert into search_entry (government, kind, subject, at, state, title, shown, folded, grams)
                        values ('040002', 'article', :subject, :at, 'draft', :title, :shown, :folded, :grams)
                        """).params(row).update()));
    }
}
