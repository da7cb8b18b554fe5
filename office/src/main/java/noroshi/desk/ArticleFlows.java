package noroshi.desk;

import java.time.InstantSource;
import noroshi.people.Officer;
import noroshi.publishing.Article;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Editing;
import noroshi.publishing.Edition;
import noroshi.publishing.Remarks;
import noroshi.publishing.Replacements;
import noroshi.publishing.ReviewDates;
import noroshi.publishing.Reviews;
import noroshi.publishing.Trash;
import noroshi.routes.Circulations;
import org.springframework.stereotype.Component;

/** Puts together where an article stands on its way. Reads inside a door of Tenancy. */
@Component
class ArticleFlows {

    private final Reviews reviews;
    private final Remarks remarks;
    private final Circulations circulations;
    private final Replacements replacements;
    private final Trash trash;
    private final ReviewDates reviewDates;
    private final Editing editing;
    private final KeptForms kept;
    private final InstantSource clock;

    ArticleFlows(
            Reviews reviews,
            Remarks remarks,
            Circulations circulations,
            Replacements replacements,
            Trash trash,
            ReviewDates reviewDates,
            Editing editing,
            KeptForms kept,
            InstantSource clock) {
        this.reviews = reviews;
        this.remarks = remarks;
        this.circulations = circulations;
        this.replacements = replacements;
        this.trash = trash;
        this.reviewDates = reviewDates;
        this.editing = editing;
        this.kept = kept;
        this.clock = clock;
    }

    ArticleFlow of(Officer me, Article article, Edition newest) {
        var government = article.government();
        var now = clock.instant();
        var progress = reviews.progress(article, newest);
        var staff = reviews.staff(government, now);
        var excluded = reviews.excluded(newest);
        boolean waiting = article.state() == ArticleState.REVIEW;
        return new ArticleFlow(
                progress,
                waiting ? progress.awaited(staff, excluded) : java.util.List.of(),
                waiting
                        ? progress.unfulfillable(staff, excluded)
                                .map(noroshi.routes.Lack::sentence)
                                .orElse("")
                        : "",
                waiting && !excluded.contains(me.id())
                        ? progress.seat(me, staff).orElse(null)
                        : null,
                excluded.contains(me.id()),
                remarks.list(government, article.id()),
                circulations.readers(government, article.id()),
                replacements.find(government, article.id()).orElse(null),
                trash.find(government, article.id()).orElse(null),
                reviewDates.find(government, article.id()).orElse(null),
                editing.other(article, me, now).orElse(null),
                kept.listSetAside(article));
    }
}
