package noroshi.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import noroshi.checks.Severity;
import noroshi.publishing.Article;
import noroshi.publishing.Content;
import noroshi.publishing.Edition;
import noroshi.publishing.Markdown;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import noroshi.site.SitePreview;
import noroshi.workflow.DraftFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at one public page with every rule: at what the officer wrote and at the full variant as readers get it, its style included. */
@Component
class PageLook {

    private static final int PARTS_MAX = 20;

    private final JdbcClient sql;
    private final SitePreview preview;
    private final MediaShelf media;
    private final DraftFacts drafts;

    PageLook(JdbcClient sql, SitePreview preview, MediaShelf media, DraftFacts drafts) {
        this.sql = sql;
        this.preview = preview;
        this.media = media;
        this.drafts = drafts;
    }

    /** Nothing is done when these rules saw this edition before. @param anew look all the same: what its links lead to has changed */
    void look(Article article, Edition edition, String department, boolean anew, Instant now) {
        if (!anew && isKnown(edition)) {
            put(edition, department);
            return;
        }
        var found = Found.in(
                edition.content().title(),
                edition.content().summary(),
                drafts.draft(article.government(), edition.content().body(), drafts.places()),
                html(article, edition.content()));
        forget(article.government(), article.id());
        write(edition, department, found, now);
    }

    void forget(String government, long article) {
        sql.sql("delete from page_check where government = :government and article = :article")
                .param("government", government)
                .param("article", article)
                .update();
    }

    private boolean isKnown(Edition edition) {
        return sql.sql("""
                        select exists (select from page_check where government = :government and article = :article
                                          and edition = :edition and rules = :rules)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .param("rules", RuleSet.NAME)
                .query(Boolean.class)
                .single();
    }

    private void put(Edition edition, String department) {
        sql.sql("""
                        update page_check set department = :department
                         where government = :government and article = :article and department <> :department
                        """)
                .param("department", department)
                .param("government", edition.government())
                .param("article", edition.article())
                .update();
    }

    private List<String> html(Article article, Content content) {
        var pages = new ArrayList<String>();
        var files = media(article.government(), content);
        for (int part = 1; part <= PARTS_MAX; part++) {
            var shown = preview.show(
                    article.government(), article.series(), content, files, SitePreview.View.FULL, part, "/media/");
            pages.add(shown.html());
            if (part >= shown.parts()) break;
        }
        return pages;
    }

    private List<MediaFact> media(String government, Content content) {
        Set<String> hashes = new LinkedHashSet<>();
        if (content.image() != null) hashes.add(content.image());
        hashes.addAll(content.attachments());
        for (var written : Markdown.render(content.body()).media())
            hashes.add(written.replaceFirst("^.*/", "").replaceFirst("\\..*$", ""));
        return hashes.stream()
                .flatMap(hash -> media.find(government, hash).stream())
                .toList();
    }

    private void write(Edition edition, String department, List<Found> found, Instant now) {
        sql.sql("""
                        insert into page_check (government, article, edition, rules, department, errors, warnings, hints, checked_at)
                        values (:government, :article, :edition, :rules, :department, :errors, :warnings, :hints, :now)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .param("rules", RuleSet.NAME)
                .param("department", department)
                .param("errors", count(found, Severity.ERROR))
                .param("warnings", count(found, Severity.WARNING))
                .param("hints", count(found, Severity.HINT))
                .param("now", java.sql.Timestamp.from(now))
                .update();
        for (int i = 0; i < found.size(); i++) write(edition, i, found.get(i));
    }

    private void write(Edition edition, int number, Found found) {
        sql.sql("""
                        insert into page_finding (government, article, number, rule, severity, part, line, before, words, after,
                                                  reason, repair)
                        values (:government, :article, :number, :rule, :severity, :part, :line, :before, :words, :after,
                                :reason, :repair)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("number", number)
                .param("rule", found.rule().id())
                .param("severity", found.severity().name().toLowerCase(java.util.Locale.ROOT))
                .param("part", found.part().code())
                .param("line", found.line())
                .param("before", found.before())
                .param("words", found.words())
                .param("after", found.after())
                .param("reason", found.reason())
                .param("repair", found.repair())
                .update();
    }

    private static int count(List<Found> found, Severity severity) {
        return (int) found.stream().filter(each -> each.severity() == severity).count();
    }
}
