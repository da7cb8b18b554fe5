package noroshi.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import noroshi.publishing.Articles;
import noroshi.publishing.SeriesShelf;
import noroshi.snapshot.ViewReport;
import noroshi.views.Views;
import org.springframework.stereotype.Component;

/** Puts together what the screen of views shows. */
@Component
class ViewScreens {

    private static final int PAGES = 20;
    private static final Pattern ARTICLE = Pattern.compile("/([a-z0-9-]+)/([0-9]{1,18})(?:/([0-9]+))?");
    private static final Pattern LIST = Pattern.compile("/([a-z0-9-]+)/(?:p/([0-9]+))?");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("/", "トップページ"),
            Map.entry("/p/", "新着情報"),
            Map.entry("/search", "情報を探す"),
            Map.entry("/subscribe", "メール配信の登録"),
            Map.entry("/confirm", "登録の確認"),
            Map.entry("/unsubscribe", "メール配信の解除"),
            Map.entry("/receipt", "受付番号で確認"),
            Map.entry("/about", "このサイトの使い方"),
            Map.entry("/accessibility", "ウェブアクセシビリティ"),
            Map.entry("/sitemap", "サイトマップ"),
            Map.entry("/areas/", "地域の一覧"),
            Map.entry("/topics/", "分野の一覧"),
            Map.entry("/departments/", "組織の一覧"),
            Map.entry("/governments/", "県と市町村のサイト"),
            Map.entry(ViewReport.OTHERS, "そのほかのページ"));
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("M月d日 H時台", Locale.JAPAN).withZone(Time.JAPAN);
    private static final DateTimeFormatter HOUR_SHORT =
            DateTimeFormatter.ofPattern("H時", Locale.JAPAN).withZone(Time.JAPAN);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPAN).withZone(Time.JAPAN);
    private static final DateTimeFormatter DAY_SHORT =
            DateTimeFormatter.ofPattern("M/d", Locale.JAPAN).withZone(Time.JAPAN);

    private final Views views;
    private final Articles articles;
    private final SeriesShelf series;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Settings settings;

    ViewScreens(
            Views views,
            Articles articles,
            SeriesShelf series,
            Tenancy tenancy,
            InstantSource clock,
            Settings settings) {
        this.views = views;
        this.articles = articles;
        this.series = series;
        this.tenancy = tenancy;
        this.clock = clock;
        this.settings = settings;
    }

    ViewBoard board(String government, ViewPeriod period) {
        var now = clock.instant();
        var beginnings = period.beginnings(now);
        var from = beginnings.getFirst();
        return tenancy.in(government, () -> {
            var counted = new HashMap<Instant, Views.Count>();
            views.over(government, period.grain, from, period.end(now)).forEach(c -> counted.put(c.at(), c));
            var rows = beginnings.stream()
                    .map(at -> row(period, counted.getOrDefault(at, new Views.Count(at, 0, 0, 0))))
                    .toList();
            var top = views.top(government, from, period.end(now), PAGES);
            return new ViewBoard(period, rows, pages(government, top), ViewChart.of(rows));
        });
    }

    private static ViewBoard.Row row(ViewPeriod period, Views.Count count) {
        boolean hours = period.grain == Views.Grain.HOUR;
        return new ViewBoard.Row(
                (hours ? HOUR : DAY).format(count.at()),
                (hours ? HOUR_SHORT : DAY_SHORT).format(count.at()),
                count.full(),
                count.lite(),
                count.text());
    }

    private List<ViewBoard.Page> pages(String government, List<Views.Page> top) {
        long most = top.isEmpty() ? 1 : top.getFirst().all();
        var names = new HashMap<String, String>();
        series.list(government).forEach(one -> names.put(one.code(), one.name()));
        return top.stream()
                .map(page -> new ViewBoard.Page(
                        name(government, page.path(), names),
                        page.path().equals(ViewReport.OTHERS) ? "" : address(government, page.path()),
                        page.full(),
                        page.lite(),
                        page.text(),
                        Math.max(1, Math.round(100.0 * page.all() / most))))
                .toList();
    }

    private String address(String government, String path) {
        return settings.publicUrl().toString().replaceFirst("/$", "") + "/" + government + path;
    }

    private String name(String government, String path, Map<String, String> series) {
        var known = WORDS.get(path);
        if (known != null) return known;
        var article = ARTICLE.matcher(path);
        if (article.matches() && series.containsKey(article.group(1))) {
            var part = article.group(3) == null ? "" : "（%sページ）".formatted(article.group(3));
            long id = Long.parseLong(article.group(2));
            return articles.find(government, id)
                    .flatMap(found -> articles.findEdition(government, id, found.newestEdition()))
                    .map(edition -> edition.title() + part)
                    .orElse(path);
        }
        var list = LIST.matcher(path);
        if (list.matches() && series.containsKey(list.group(1)))
            return series.get(list.group(1)) + (list.group(2) == null ? "" : "（%sページ）".formatted(list.group(2)));
        return path;
    }
}
