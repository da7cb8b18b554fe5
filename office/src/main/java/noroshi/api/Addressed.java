package noroshi.api;

import noroshi.people.Bearer;
import noroshi.platform.ApiProblem;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.Articles;
import noroshi.publishing.Edition;
import org.springframework.stereotype.Component;

/** The article an address names, if the caller may know of it. */
@Component
class Addressed {

    private static final String ID = "[0-9]{1,18}";

    private final Tenancy tenancy;
    private final Articles articles;

    Addressed(Tenancy tenancy, Articles articles) {
        this.tenancy = tenancy;
        this.articles = articles;
    }

    /** @throws ApiProblem 404, also when it is another government's: that it exists is not the caller's business */
    Article article(Bearer bearer, String id) {
        return article(bearer, number(id, "記事"));
    }

    /** @param what it is the number of (Japanese) */
    static long number(String id, String what) {
        if (!id.matches(ID)) throw missing(id, what);
        return Long.parseLong(id);
    }

    Article article(Bearer bearer, long id) {
        var government = tenancy.everywhere(() -> articles.findGovernment(id))
                .filter(bearer.officer()::mayActFor)
                .orElseThrow(() -> missing(String.valueOf(id), "記事"));
        return tenancy.in(government, () -> articles.find(government, id))
                .orElseThrow(() -> missing(String.valueOf(id), "記事"));
    }

    Edition newest(Article article) {
        return tenancy.in(
                        article.government(),
                        () -> articles.findEdition(article.government(), article.id(), article.newestEdition()))
                .orElseThrow();
    }

    static ApiProblem missing(String id, String what) {
        var shown = id.length() <= 20 ? id : id.substring(0, 20) + "…";
        return Outcomes.missing("%s「%s」はありません。番号を確かめてください。".formatted(what, shown));
    }
}
