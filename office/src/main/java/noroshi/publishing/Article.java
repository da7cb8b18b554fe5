package noroshi.publishing;

import static noroshi.platform.Require.require;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An editorial item in a series, without its words (those are in its editions).
 *
 * @param publicEdition what readers see, or will see from {@code opensAt}; null: nothing
 * @param opensAt the promised opening; null once it is open
 * @param firstPublicAt the date printed on the page; null: never opened
 * @param changedAt the last public change that was not minor
 * @param reviewDue published in the emergency lane and not yet reviewed
 * @param origin what made it when not an officer, e.g. {@code jma:…}
 */
public record Article(
        String government,
        long id,
        String series,
        ArticleState state,
        int newestEdition,
        @Nullable Integer publicEdition,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant firstPublicAt,
        @Nullable Instant changedAt,
        PublishingLane lane,
        boolean reviewDue,
        boolean approvedElsewhere,
        @Nullable String origin,
        long createdBy,
        Instant createdAt) {

    public Article {
        require(newestEdition >= 1, "article %d has no edition", id);
    }

    /** Inside the government's site: {@code /press/12}. */
    public String path() {
        return path(series, id);
    }

    static String path(String series, long id) {
        return "/" + series + "/" + id;
    }

    /** Readers can see an edition of it now. */
    public boolean isOpen() {
        return publicEdition != null && opensAt == null;
    }

    /** Readers saw it and no longer shall: its address answers 410. */
    public boolean isGone() {
        return publicEdition == null && firstPublicAt != null;
    }

    boolean isPublicAsWritten() {
        return isOpen() && publicEdition != null && publicEdition == newestEdition && state == ArticleState.PUBLIC;
    }

    Article in(ArticleState state) {
        return with(next -> next.state = state);
    }

    /** A newer edition has been written; what readers see stays. */
    Article revised() {
        return with(next -> {
            next.state = ArticleState.DRAFT;
            next.newestEdition = newestEdition + 1;
            next.approvedElsewhere = false;
        });
    }

    /** Readers see the edition from now on. */
    Article opened(int edition, PublishingLane lane, @Nullable Instant closesAt, boolean minor, Instant at) {
        return with(next -> {
            if (edition == newestEdition) next.state = ArticleState.PUBLIC;
            next.publicEdition = edition;
            next.opensAt = null;
            next.closesAt = closesAt;
            if (firstPublicAt == null) next.firstPublicAt = at;
            if (!minor || changedAt == null) next.changedAt = at;
            next.lane = lane;
            next.reviewDue = reviewDue || lane == PublishingLane.EMERGENCY;
        });
    }

    /** Readers will see the newest edition when the time comes. */
    Article promised(@Nullable Instant opensAt, @Nullable Instant closesAt) {
        return with(next -> {
            next.state = ArticleState.SCHEDULED;
            next.publicEdition = newestEdition;
            next.opensAt = opensAt;
            next.closesAt = closesAt;
            next.lane = PublishingLane.ORDINARY;
        });
    }

    Article withdrawn() {
        return with(next -> {
            next.state = ArticleState.WITHDRAWN;
            next.publicEdition = null;
            next.opensAt = null;
            next.closesAt = null;
        });
    }

    Article movedTo(String series) {
        return with(next -> next.series = series);
    }

    Article reviewed() {
        return with(next -> next.reviewDue = false);
    }

    /** An administrator says that the newest edition was approved in another system. */
    Article vouchedFor() {
        return with(next -> next.approvedElsewhere = true);
    }

    private Article with(Consumer<Next> change) {
        var next = new Next(this);
        change.accept(next);
        return new Article(
                government,
                id,
                next.series,
                next.state,
                next.newestEdition,
                next.publicEdition,
                next.opensAt,
                next.closesAt,
                next.firstPublicAt,
                next.changedAt,
                next.lane,
                next.reviewDue,
                next.approvedElsewhere,
                origin,
                createdBy,
                createdAt);
    }

    /** What may change about an article, while it does. */
    private static final class Next {

        String series;
        ArticleState state;
        int newestEdition;

        @Nullable
        Integer publicEdition;

        @Nullable
        Instant opensAt;

        @Nullable
        Instant closesAt;

        @Nullable
        Instant firstPublicAt;

        @Nullable
        Instant changedAt;

        PublishingLane lane;
        boolean reviewDue;
        boolean approvedElsewhere;

        Next(Article now) {
            series = now.series;
            state = now.state;
            newestEdition = now.newestEdition;
            publicEdition = now.publicEdition;
            opensAt = now.opensAt;
            closesAt = now.closesAt;
            firstPublicAt = now.firstPublicAt;
            changedAt = now.changedAt;
            lane = now.lane;
            reviewDue = now.reviewDue;
            approvedElsewhere = now.approvedElsewhere;
        }
    }
}
