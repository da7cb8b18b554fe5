package noroshi.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import noroshi.care.CareQueue.Due;
import noroshi.care.CareQueue.Kind;
import noroshi.inquiries.Inquiries;
import noroshi.inquiries.Inquiry;
import noroshi.platform.Settings;
import noroshi.publishing.Article;
import noroshi.publishing.Articles;
import noroshi.publishing.Edition;
import noroshi.publishing.Markdown;
import noroshi.publishing.MediaShelf;
import noroshi.publishing.SeriesShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings everything that care knows of one thing up to date with what the thing is now; twice is as good as once. Inside a worker's door. */
@Component
class Care {

    private final Articles articles;
    private final SeriesShelf series;
    private final MediaShelf media;
    private final Inquiries inquiries;
    private final JdbcClient sql;
    private final SearchStore search;
    private final PageLook look;
    private final PageLinks links;
    private final Twins twins;
    private final Settings settings;
    private final InstantSource clock;

    Care(
            Articles articles,
            SeriesShelf series,
            MediaShelf media,
            Inquiries inquiries,
            JdbcClient sql,
            SearchStore search,
            PageLook look,
            PageLinks links,
            Twins twins,
            Settings settings,
            InstantSource clock) {
        this.articles = articles;
        this.series = series;
        this.media = media;
        this.inquiries = inquiries;
        this.sql = sql;
        this.search = search;
        this.look = look;
        this.links = links;
        this.twins = twins;
        this.settings = settings;
        this.clock = clock;
    }

    void look(Due due) {
        switch (due.kind()) {
            case ARTICLE -> article(due.government(), Long.parseLong(due.subject()));
            case MEDIA -> file(due.government(), due.subject());
            case INQUIRY -> inquiry(due.government(), due.subject());
        }
    }

    private void article(String government, long id) {
        var now = clock.instant();
        var found = articles.find(government, id);
        if (found.isEmpty()) {
            search.forget(government, Kind.ARTICLE, String.valueOf(id));
            leave(government, id, now);
            return;
        }
        var article = found.get();
        var newest =
                articles.findEdition(government, id, article.newestEdition()).orElseThrow();
        var department = department(article, newest);
        search.put(entry(article, newest, department));
        var shown = article.publicEdition();
        if (shown == null) {
            leave(government, id, now);
            return;
        }
        var edition = shown == newest.number()
                ? newest
                : articles.findEdition(government, id, shown).orElseThrow();
        page(article, edition, shown == newest.number() ? department : department(article, edition), now);
    }

    private void page(Article article, Edition edition, String department, Instant now) {
        boolean changed = !twinsKnow(edition);
        look.look(article, edition, department, false, now);
        if (changed) {
            links.put(edition, ownSite(article.government()), now);
            twins.put(edition);
        }
        judgeAnew(article.government(), article.id(), now);
    }

    private void leave(String government, long id, Instant now) {
        look.forget(government, id);
        links.forget(government, id);
        twins.forget(government, id);
        judgeAnew(government, id, now);
    }

    /** The pages that lead here: what is said of their links, and with it what the check found on them. */
    private void judgeAnew(String government, long id, Instant now) {
        for (long page : links.judgeAnew(government, "article", String.valueOf(id))) {
            if (page == id) continue;
            articles.find(government, page).ifPresent(leading -> {
                var number = leading.publicEdition();
                if (number == null) return;
                var edition = articles.findEdition(government, page, number).orElseThrow();
                look.look(leading, edition, department(leading, edition), true, now);
            });
        }
    }

    private boolean twinsKnow(Edition edition) {
        return sql.sql("""
                        select exists (select from page_print
                                        where government = :government and article = :article and edition = :edition)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .query(Boolean.class)
                .single();
    }

    private String department(Article article, Edition edition) {
        var own = edition.content().department();
        if (own != null) return own;
        var shelf = series.find(article.government(), article.series());
        return shelf.isEmpty() ? "" : Objects.requireNonNullElse(shelf.get().department(), "");
    }

    private SearchStore.Entry entry(Article article, Edition newest, String department) {
        var content = newest.content();
        return new SearchStore.Entry(
                article.government(),
                Kind.ARTICLE,
                String.valueOf(article.id()),
                newest.writtenAt(),
                article.state().code(),
                article.series(),
                department,
                content.title(),
                content.summary() + "\n" + Markdown.render(content.body()).plain());
    }

    private void file(String government, String hash) {
        var found = media.find(government, hash);
        if (found.isEmpty()) {
            search.forget(government, Kind.MEDIA, hash);
        } else {
            var file = found.get();
            var at = sql.sql("select uploaded_at from media where government = :government and hash = :hash")
                    .param("government", government)
                    .param("hash", hash)
                    .query(java.sql.Timestamp.class)
                    .single();
            search.put(new SearchStore.Entry(
                    government,
                    Kind.MEDIA,
                    hash,
                    at.toInstant(),
                    file.kind().name().toLowerCase(java.util.Locale.ROOT),
                    "",
                    "",
                    file.name(),
                    file.alt() + "\n" + file.caption()));
        }
        links.judgeAnew(government, "media", hash);
    }

    private void inquiry(String government, String number) {
        inquiries
                .find(government, number)
                .map(Care::entry)
                .ifPresentOrElse(search::put, () -> search.forget(government, Kind.INQUIRY, number));
    }

    private static SearchStore.Entry entry(Inquiry inquiry) {
        return new SearchStore.Entry(
                inquiry.government(),
                Kind.INQUIRY,
                inquiry.number(),
                inquiry.receivedAt(),
                inquiry.status().code(),
                "",
                inquiry.department(),
                inquiry.subject(),
                "受付番号 %s\n%s\n%s\n%s"
                        .formatted(
                                inquiry.number(),
                                inquiry.name(),
                                inquiry.body(),
                                Objects.requireNonNullElse(inquiry.answer(), "")));
    }

    private String ownSite(String government) {
        return settings.publicUrl().toString().replaceFirst("/+$", "") + "/" + government;
    }
}
