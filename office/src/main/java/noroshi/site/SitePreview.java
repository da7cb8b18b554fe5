package noroshi.site;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.publishing.Content;
import noroshi.publishing.MediaFact;
import noroshi.site.page.ArticleFacts;
import noroshi.site.page.DepartmentFacts;
import noroshi.site.page.PreviewPages;
import noroshi.site.page.Variant;
import noroshi.site.page.Window;
import org.springframework.stereotype.Component;

/** Shows officers what readers will see, by the same code, before anybody else sees it. Call it inside a door of Tenancy. */
@Component
public final class SitePreview {

    public enum View {
        FULL,
        LITE,
        TEXT
    }

    /**
     * @param html a whole document that needs nothing but its images
     * @param policy the Content-Security-Policy to send with it: it allows exactly this document's style
     * @param parts how many pages this view has; long articles are cut
     * @param wireBytes what a reader waits for, compressed, with headers
     */
    public record Preview(String html, String policy, int part, int parts, int wireBytes) {}

    private final Survey survey;
    private final InstantSource clock;
    private final ArticleReader articles;
    private final Readers read;

    SitePreview(Survey survey, ArticleReader articles, Readers read, InstantSource clock) {
        this.read = read;
        this.survey = survey;
        this.articles = articles;
        this.clock = clock;
    }

    /**
     * @param media what the edition uses, as the office knows it
     * @param part from 1; beyond the last shows the last
     * @param mediaFolder where the office itself shows media by {@code {hash}.{ext}}, e.g. {@code /media/040002/}
     */
    public Preview show(
            String government,
            String series,
            Content content,
            List<MediaFact> media,
            View view,
            int part,
            String mediaFolder) {
        var site = survey.site(government);
        Map<String, DepartmentFacts> departments = new HashMap<>();
        survey.departments(government).forEach(d -> departments.put(d.code(), d));
        var now = clock.instant();
        var facts = media.stream().map(ArticleReader::media).toList();
        var article = new ArticleFacts(
                0,
                ArticleReader.series(site, series),
                content.title(),
                content.summary(),
                content.body(),
                ArticleReader.places(site.areas(), content.areas()),
                ArticleReader.places(site.topics(), content.topics()),
                content.department() == null ? null : departments.get(content.department()),
                ArticleReader.event(content.happening()),
                facts.stream()
                        .filter(m -> m.hash().equals(content.image()))
                        .findFirst()
                        .orElse(null),
                facts.stream()
                        .filter(m -> !m.hash().equals(content.image())
                                && !content.body().contains(m.hash()))
                        .toList(),
                facts,
                articles.links(content.body()),
                ArticleReader.contacts(departments, content.body()),
                List.of(),
                content.marks().code(),
                now,
                now,
                Window.ALWAYS,
                List.of(),
                List.of());
        var shown = new PreviewPages(site, now).show(article, variant(view), part, mediaFolder);
        return new Preview(shown.html(), shown.policy(), shown.part(), shown.parts(), shown.wireBytes());
    }

    /** The first page under a look that is not public yet. */
    public Preview showTop(String government, SiteLook look, View view, String mediaFolder) {
        var present = survey.site(government);
        var site = present.with(look, look.name().isEmpty() ? survey.governmentName(government) : look.name());
        Map<String, DepartmentFacts> departments = new HashMap<>();
        survey.departments(government).forEach(d -> departments.put(d.code(), d));
        var now = clock.instant();
        var promises = read.lists().promises(site, departments);
        var news = read.lists().newest(site, new noroshi.site.page.Listing.Site(), "site", promises);
        var facts = new TopReader(read, site, departments, promises)
                .facts(news, read.lists().dated(site, now));
        var shown = new PreviewPages(site, now)
                .showTop(facts, variant(view), facts.pictures().get(look.logo()), mediaFolder);
        return new Preview(shown.html(), shown.policy(), shown.part(), shown.parts(), shown.wireBytes());
    }

    private static Variant variant(View view) {
        return switch (view) {
            case FULL -> Variant.FULL;
            case LITE -> Variant.LITE;
            case TEXT -> Variant.TEXT;
        };
    }
}
