package noroshi.publishing;

import java.time.Instant;
import java.util.TreeSet;
import noroshi.platform.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an edition comes before the readers and leaves them: rows, places, record and announcements in one step. */
@Component
class Opening {

    private final ArticleStore articles;
    private final Listings listings;
    private final Publications publications;
    private final Announcements announcements;
    private final Replacements replacements;
    private final Audit audit;

    Opening(
            ArticleStore articles,
            Listings listings,
            Publications publications,
            Announcements announcements,
            Replacements replacements,
            Audit audit) {
        this.articles = articles;
        this.listings = listings;
        this.publications = publications;
        this.announcements = announcements;
        this.replacements = replacements;
        this.audit = audit;
    }

    /** @param act published by someone, or opened by the clock (then the officer is null) */
    Article open(
            Article article,
            Edition edition,
            PublishingLane lane,
            @Nullable Instant closesAt,
            @Nullable Long officer,
            Instant at,
            String act) {
        boolean first = article.firstPublicAt() == null;
        var opened = article.opened(
                edition.number(), lane, closesAt, edition.change().minor(), at);
        articles.save(opened);
        var lists = listings.concerning(opened.series(), edition.content());
        var touched = new TreeSet<>(listings.current(article));
        touched.addAll(lists);
        listings.place(opened, lists);
        publications.add(opened, edition.number(), act, officer, at);
        announcements.changed(opened, act, touched);
        announcements.becamePublic(opened, edition, first);
        audit.record(opened.government(), officer, "article." + act, subject(opened), detail(edition, lane));
        return opened;
    }

    /** Nobody sees it any longer; its places stay empty. */
    Article leave(Article article, @Nullable Long officer, Instant at, String act, String reason) {
        replacements.drop(article);
        var gone = article.withdrawn();
        articles.save(gone);
        var lists = listings.current(article);
        listings.remove(article, lists);
        if (article.publicEdition() != null) {
            publications.add(gone, null, act, officer, at);
            announcements.changed(gone, act, lists);
        }
        audit.record(gone.government(), officer, "article." + act, subject(gone), reason);
        return gone;
    }

    static String subject(Article article) {
        return "article:" + article.id();
    }

    private static String detail(Edition edition, PublishingLane lane) {
        return "第%d版%s".formatted(edition.number(), lane == PublishingLane.EMERGENCY ? "（緊急）" : "");
    }
}
