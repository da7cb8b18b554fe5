package noroshi.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import noroshi.people.Area;
import noroshi.people.Directory;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Settings;
import noroshi.publishing.BulkArticles;
import noroshi.publishing.Content;
import noroshi.publishing.FinishedArticle;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Any number of further articles of the default site, for measuring: evenly over its series and areas, older than the real ones. */
@Component
final class GeneratedArticles {

    private static final int ARTICLES_AT_ONCE = 2_000;
    private static final Duration BETWEEN = Duration.ofMinutes(30);
    private static final Duration NEWEST_AGE = Duration.ofDays(400);
    private static final List<String> SUBJECTS =
            List.of("道路の復旧", "港の再開", "仮設住宅", "学校の催し", "農地の除塩", "観光の話題", "税の手続", "防災訓練");

    private final Settings settings;
    private final Directory directory;
    private final Officers officers;
    private final SeriesShelf shelf;
    private final BulkArticles bulk;
    private final JdbcClient sql;

    GeneratedArticles(
            Settings settings,
            Directory directory,
            Officers officers,
            SeriesShelf shelf,
            BulkArticles bulk,
            JdbcClient sql) {
        this.settings = settings;
        this.directory = directory;
        this.officers = officers;
        this.shelf = shelf;
        this.bulk = bulk;
        this.sql = sql;
    }

    void load(int articles, Instant now) {
        takeCare("later"); // What is measured with them is not to share the machine with a check of them all.
        var government = settings.defaultSite();
        var people = officers.list(government);
        var author = people.stream().filter(o -> o.has(Role.AUTHOR)).findFirst().orElseThrow();
        var approver = people.stream()
                .filter(o -> o.has(Role.APPROVER) && o.has(Role.PUBLISHER) && o.id() != author.id())
                .findFirst()
                .orElseThrow();
        var areas = directory.listAreas().stream().map(Area::code).toList();
        var series = shelf.list(government).stream().map(Series::code).toList();
        var oldest = now.minus(NEWEST_AGE).minus(BETWEEN.multipliedBy(articles));
        for (int from = 0; from < articles; from += ARTICLES_AT_ONCE) {
            var some = new LinkedHashMap<Long, FinishedArticle>();
            int number = from;
            for (var id : bulk.ids(Math.min(ARTICLES_AT_ONCE, articles - from))) {
                some.put(
                        id,
                        new FinishedArticle(
                                government,
                                series.get(number % series.size()),
                                content(number, areas),
                                author.id(),
                                approver.id(),
                                approver.id(),
                                oldest.plus(BETWEEN.multipliedBy(number)),
                                null,
                                null,
                                null));
                number++;
            }
            bulk.add(some, now);
        }
        takeCare("");
    }

    private void takeCare(String when) {
        sql.sql("select set_config('noroshi.care', :when, true)")
                .param("when", when)
                .query(String.class)
                .single();
    }

    private static Content content(int number, List<String> areas) {
        var subject = SUBJECTS.get(number % SUBJECTS.size());
        var body =
                new StringBuilder("この記事は、記事が多いときの速さを測るために作られた見本です（%d番）。\n\n## %sについて\n\n".formatted(number, subject));
        for (int line = 1; line <= 8; line++)
            body.append("%d. %sの第%d報です。関係する皆さまと進み具合を確かめ、次のお知らせは%d日にお届けします。\n"
                    .formatted(line, subject, number, 1 + (number + line) % 28));
        body.append("\n| 区分 | 数 |\n|---|---|\n| 完了 | %d |\n| 予定 | %d |\n".formatted(number % 97, number % 13));
        return Content.of(
                        "%s 見本記事 第%d号".formatted(subject, number),
                        "%sの進み具合をお知らせする見本です。".formatted(subject),
                        body.toString())
                .withAreas(List.of(areas.get(number % areas.size())));
    }
}
