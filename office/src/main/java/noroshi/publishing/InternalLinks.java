package noroshi.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether the addresses in a text lead somewhere on its own site: articles, files, lists. Addresses of other sites are not judged here.
 * Reads inside a door of Tenancy; the cost is three indexed queries, however many links there are.
 */
@Repository
public class InternalLinks {

    private static final Pattern ARTICLE = Pattern.compile("article:([0-9]{1,18})");
    private static final Pattern ARTICLE_PATH =
            Pattern.compile("/([a-z][a-z0-9-]{0,39})/([0-9]{1,18})(?:/[0-9]{1,4}|\\.ics)?/?");
    private static final Pattern MEDIA = Pattern.compile("(?:/media/)?([0-9a-f]{64})(?:\\.[a-z0-9]{2,5})?");
    private static final Pattern LIST = Pattern.compile("/([a-z][a-z0-9-]{0,39})(?:/(?:p/[0-9]{1,6}|feed\\.xml)?)?");
    private static final Set<String> FIXED = Set.of(
            "areas",
            "topics",
            "departments",
            "governments",
            "subscribe",
            "confirm",
            "unsubscribe",
            "receipt",
            "reply",
            "inquiry",
            "search",
            "assets",
            "about",
            "accessibility",
            "sitemap",
            "p");

    /** What an address names. */
    public sealed interface Target {
        record ToArticle(long id, String path) implements Target {}

        record ToMedia(String hash) implements Target {}

        record ToList(String series) implements Target {}

        /** A page of the site that is always there, or one that is not known here. */
        record Elsewhere() implements Target {}
    }

    private final JdbcClient sql;

    InternalLinks(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param address as written in the text, a path inside the site */
    public static Target target(String address) {
        var path = address.replaceFirst("[?#].*$", "");
        var article = ARTICLE.matcher(path);
        if (article.matches()) return new Target.ToArticle(Long.parseLong(article.group(1)), "");
        var media = MEDIA.matcher(path);
        if (media.matches()) return new Target.ToMedia(media.group(1));
        var page = ARTICLE_PATH.matcher(path);
        if (page.matches() && !FIXED.contains(page.group(1)))
            return new Target.ToArticle(
                    Long.parseLong(page.group(2)), Article.path(page.group(1), Long.parseLong(page.group(2))));
        var list = LIST.matcher(path);
        if (list.matches() && !FIXED.contains(list.group(1))) return new Target.ToList(list.group(1));
        return new Target.Elsewhere();
    }

    /** Those of the addresses that lead nowhere, with the reason and what to do (Japanese). */
    public Map<String, String> dead(String government, Collection<String> addresses) {
        var articles = new TreeSet<Long>();
        var media = new TreeSet<String>();
        boolean lists = false;
        for (var address : addresses)
            switch (target(address)) {
                case Target.ToArticle(var id, var path) -> articles.add(id);
                case Target.ToMedia(var hash) -> media.add(hash);
                case Target.ToList list -> lists = true;
                case Target.Elsewhere elsewhere -> {}
            }
        var known = new Known(
                articles(articles),
                media(government, media),
                lists ? series(government) : Set.of(),
                articles.isEmpty() || seesAll());
        var dead = new LinkedHashMap<String, String>();
        for (var address : addresses)
            reason(government, target(address), known).ifPresent(reason -> dead.put(address, reason));
        return dead;
    }

    /** The same for the links of a text in Markdown. */
    public Map<String, String> deadIn(String government, String body) {
        var addresses = new ArrayList<String>();
        Markdown.render(body, address -> {
            addresses.add(address);
            return address;
        });
        return dead(government, addresses);
    }

    private record Found(String government, String series, boolean isPublic, boolean isGone) {}

    /** @param seesAll read in a worker's door; a desk does not see other governments' articles, which {@code article:ID} may name */
    private record Known(Map<Long, Found> articles, Set<String> media, Set<String> series, boolean seesAll) {}

    private Optional<String> reason(String government, Target target, Known known) {
        return switch (target) {
            case Target.ToArticle(var id, var path) ->
                articleReason(government, path, known.articles().get(id), known.seesAll());
            case Target.ToMedia(var hash) ->
                known.media().contains(hash)
                        ? Optional.empty()
                        : Optional.of("このリンクのファイルは登録されていません。ファイルを添付し直すか、リンクを削除してください。");
            case Target.ToList(var series) ->
                known.series().contains(series) || isMoved(government, "/" + series)
                        ? Optional.empty()
                        : Optional.of("「/%s」というページはこのサイトにありません。行き先を確かめてください。".formatted(series));
            case Target.Elsewhere elsewhere -> Optional.empty();
        };
    }

    private Optional<String> articleReason(
            String government, String path, @org.jspecify.annotations.Nullable Found found, boolean seesAll) {
        boolean elsewhere = path.isEmpty() && found == null && !seesAll;
        if (elsewhere) return Optional.empty();
        if (found == null || !path.isEmpty() && !found.government().equals(government))
            return isMoved(government, path) ? Optional.empty() : Optional.of("リンク先の記事はありません。番号を確かめるか、リンクを削除してください。");
        if (found.isGone()) return Optional.of("リンク先の記事は公開を終えています（読者には「公開終了」と表示されます）。新しい行き先に変えるか、リンクを削除してください。");
        if (!found.isPublic()) return Optional.of("リンク先の記事はまだ公開されていません。先に公開するか、リンクを削除してください。");
        if (!path.isEmpty() && !path.startsWith("/" + found.series() + "/") && !isMoved(government, path))
            return Optional.of("リンク先の記事は別の媒体にあります。「/%s/…」に直してください。".formatted(found.series()));
        return Optional.empty();
    }

    private boolean seesAll() {
        return sql.sql("select current_government() is null")
                .query(Boolean.class)
                .single();
    }

    private Map<Long, Found> articles(Collection<Long> ids) {
        var found = new LinkedHashMap<Long, Found>();
        if (ids.isEmpty()) return found;
        sql.sql("""
                        select id, government, series, public_edition is not null is_public,
                               public_edition is null and first_public_at is not null is_gone
                          from article where id in (:ids)
                        """).param("ids", ids).query(row -> {
            found.put(
                    row.getLong("id"),
                    new Found(
                            row.getString("government"),
                            row.getString("series"),
                            row.getBoolean("is_public"),
                            row.getBoolean("is_gone")));
        });
        return found;
    }

    private Set<String> media(String government, Collection<String> hashes) {
        if (hashes.isEmpty()) return Set.of();
        return Set.copyOf(sql.sql("select hash from media where government = :government and hash in (:hashes)")
                .param("government", government)
                .param("hashes", hashes)
                .query(String.class)
                .list());
    }

    private Set<String> series(String government) {
        return Set.copyOf(sql.sql("select code from series where government = :government")
                .param("government", government)
                .query(String.class)
                .list());
    }

    private boolean isMoved(String government, String path) {
        return !path.isEmpty()
                && sql.sql("select exists (select from moved_page where government = :government and path in (:paths))")
                        .param("government", government)
                        .param("paths", List.of(path, path + "/"))
                        .query(Boolean.class)
                        .single();
    }
}
