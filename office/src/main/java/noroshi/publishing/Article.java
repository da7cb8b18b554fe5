package noroshi.publishing;

import static noroshi.platform.Require.require;

import java.time.Instant;
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
        return new Article(
                government,
                id,
                series,
                state,
                newestEdition,
                publicEdition,
                opensAt,
                closesAt,
                firstPublicAt,
                changedAt,
                lane,
                reviewDue,
                approvedElsewhere,
                origin,
                createdBy,
                createdAt);
    }

    /** A newer edition has been written; what readers see stays. */
    Article revised() {
        return new Article(
                government,
                id,
                series,
                ArticleState.DRAFT,
                newestEdition + 1,
                publicEdition,
                opensAt,
                closesAt,
                firstPublicAt,
                changedAt,
                lane,
                reviewDue,
                false,
                origin,
                createdBy,
                createdAt);
    }

    /** Readers see the edition from now on. */
    Article opened(int edition, PublishingLane lane, @Nullable Instant closesAt, boolean minor, Instant at) {
        return new Article(
                government,
                id,
                series,
                edition == newestEdition ? ArticleState.PUBLIC : state,
                newestEdition,
                edition,
                null,
                closesAt,
                firstPublicAt == null ? at : firstPublicAt,
                minor && changedAt != null ? changedAt : at,
                lane,
                reviewDue || lane == PublishingLane.EMERGENCY,
                approvedElsewhere,
                origin,
                createdBy,
                createdAt);
    }

    /** Readers will see the newest edition when the time comes. */
    Article promised(@Nullable Instant opensAt, @Nullable Instant closesAt) {
        return new Article(
                government,
                id,
                series,
                ArticleState.SCHEDULED,
                newestEdition,
                newestEdition,
                opensAt,
                closesAt,
                firstPublicAt,
                changedAt,
                PublishingLane.ORDINARY,
                reviewDue,
                approvedElsewhere,
                origin,
                createdBy,
                createdAt);
    }

    Article withdrawn() {
        return new Article(
                government,
                id,
                series,
                ArticleState.WITHDRAWN,
                newestEdition,
                null,
                null,
                null,
                firstPublicAt,
                changedAt,
                lane,
                reviewDue,
                approvedElsewhere,
                origin,
                createdBy,
                createdAt);
    }

    Article movedTo(String series) {
        return new Article(
                government,
                id,
                series,
                state,
                newestEdition,
                publicEdition,
                opensAt,
                closesAt,
                firstPublicAt,
                changedAt,
                lane,
                reviewDue,
                approvedElsewhere,
                origin,
                createdBy,
                createdAt);
    }

    Article reviewed() {
        return new Article(
                government,
                id,
                series,
                state,
                newestEdition,
                publicEdition,
                opensAt,
                closesAt,
                firstPublicAt,
                changedAt,
                lane,
                false,
                approvedElsewhere,
                origin,
                createdBy,
                createdAt);
    }

    /** An administrator says that the newest edition was approved in another system. */
    Article vouchedFor() {
        return new Article(
                government,
                id,
                series,
                state,
                newestEdition,
                publicEdition,
                opensAt,
                closesAt,
                firstPublicAt,
                changedAt,
                lane,
                reviewDue,
                true,
                origin,
                createdBy,
                createdAt);
    }
}
