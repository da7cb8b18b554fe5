package noroshi.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import noroshi.forms.FormShelf;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.Articles;
import noroshi.publishing.Content;
import noroshi.publishing.Edition;
import noroshi.publishing.Flaw;
import noroshi.publishing.Markdown;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import noroshi.publishing.PublishGate;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads for the article screens. What is not there, or not this officer's, answers 404 alike. */
@Component
class ArticleDesk {

    private final Tenancy tenancy;
    private final Articles articles;
    private final SeriesShelf seriesShelf;
    private final Officers officers;
    private final Directory directory;
    private final MediaShelf mediaShelf;
    private final ArticleFlows flows;
    private final PublishGate gate;
    private final FormShelf forms;

    ArticleDesk(
            Tenancy tenancy,
            Articles articles,
            SeriesShelf seriesShelf,
            Officers officers,
            Directory directory,
            MediaShelf mediaShelf,
            ArticleFlows flows,
            PublishGate gate,
            FormShelf forms) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.seriesShelf = seriesShelf;
        this.officers = officers;
        this.directory = directory;
        this.mediaShelf = mediaShelf;
        this.flows = flows;
        this.gate = gate;
        this.forms = forms;
    }

    Article article(Officer officer, String id) {
        return find(officer, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "記事 %s は見つかりません。".formatted(id)));
    }

    private Optional<Article> find(Officer officer, String text) {
        if (!text.matches("[0-9]{1,18}")) return Optional.empty();
        long id = Long.parseLong(text);
        var own = tenancy.in(officer.government(), () -> articles.find(officer.government(), id));
        if (own.isPresent() || !(officer.prefectural() && officer.has(Role.ADMINISTRATOR))) return own;
        return tenancy.everywhere(() -> articles.findGovernment(id))
                .filter(officer::mayActFor)
                .flatMap(government -> tenancy.in(government, () -> articles.find(government, id)));
    }

    ArticleShown shown(Officer me, Article article) {
        return tenancy.in(article.government(), () -> {
            var government = article.government();
            var editions = articles.listEditions(government, article.id());
            var newest = editions.getFirst();
            var decisions = articles.listDecisions(government, article.id());
            var colleagues = officers.list(government);
            var series = series(government, article.series());
            var flow = flows.of(me, article, newest);
            return new ArticleShown(
                    article,
                    newest,
                    series,
                    new ArticleActs(article, newest, me, flow, colleagues).list(),
                    editions,
                    decisions,
                    articles.history(government, article.id()),
                    bodyHtml(government, newest.content().body()),
                    media(government, newest.content()),
                    names(colleagues),
                    words(government),
                    flow.progress().given().size(),
                    flow);
        });
    }

    Edition edition(Article article, int number) {
        return tenancy.in(article.government(), () -> articles.findEdition(article.government(), article.id(), number)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "記事 %d に第%d版はありません。".formatted(article.id(), number))));
    }

    /** What would stop the content at the gate. */
    List<Flaw> flaws(String government, Content content) {
        return tenancy.in(government, () -> gate.flaws(government, content));
    }

    /** Written through a page form, and so to be written further there. */
    boolean hasForm(Article article) {
        return tenancy.in(
                        article.government(),
                        () -> forms.findWritten(article.government(), article.id(), article.newestEdition()))
                .isPresent();
    }

    Map<Long, String> names(String government) {
        return tenancy.in(government, () -> names(officers.list(government)));
    }

    /** Who of a government has one of these roles. */
    List<Officer> havingRole(String government, Role role) {
        return tenancy.in(government, () -> officers.list(government)).stream()
                .filter(officer -> officer.has(role))
                .toList();
    }

    /** The body as officers read it here: images from the office itself, links between articles to the office's screens. */
    static String bodyHtml(String government, String body) {
        return rendered(government, body).html();
    }

    static Markdown.Rendered rendered(String government, String body) {
        return Markdown.render(body, address -> {
            if (address.startsWith("/media/")) return "/media/" + government + address.substring("/media".length());
            if (address.matches("[0-9a-f]{64}")) return "/media/" + government + "/" + address;
            if (address.matches("article:[0-9]{1,18}")) return "/articles/" + address.substring("article:".length());
            return address;
        });
    }

    /** Inside a door: what the content uses, its lead image first. */
    List<MediaFact> media(String government, Content content) {
        var hashes = new LinkedHashSet<String>();
        if (content.image() != null) hashes.add(content.image());
        hashes.addAll(content.attachments());
        for (var written : Markdown.render(content.body()).media())
            hashes.add(written.replaceFirst("^.*/", "").replaceFirst("\\..*$", ""));
        var media = new ArrayList<MediaFact>();
        for (var hash : hashes) mediaShelf.find(government, hash).ifPresent(media::add);
        return List.copyOf(media);
    }

    Optional<MediaFact> findMedia(String government, @Nullable String hash) {
        if (hash == null || hash.isBlank()) return Optional.empty();
        return tenancy.in(government, () -> mediaShelf.find(government, Objects.requireNonNull(hash)));
    }

    private Series series(String government, String code) {
        return seriesShelf.find(government, code).orElseThrow();
    }

    private static Map<Long, String> names(List<Officer> colleagues) {
        var names = new HashMap<Long, String>();
        colleagues.forEach(officer -> names.put(officer.id(), officer.name()));
        return names;
    }

    private Map<String, String> words(String government) {
        var words = new LinkedHashMap<String, String>();
        directory.listTopics().forEach(topic -> words.put("topic:" + topic.code(), topic.name()));
        directory
                .listDepartments(government)
                .forEach(department -> words.put("department:" + department.code(), department.name()));
        directory.listAreas().forEach(area -> words.put("area:" + area.code(), area.name()));
        return words;
    }
}
