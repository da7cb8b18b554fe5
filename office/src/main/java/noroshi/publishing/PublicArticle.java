package noroshi.publishing;

import java.time.Instant;
import java.util.List;

/**
 * An article as its page needs it: with the edition readers see (or will see from {@code article.opensAt()}).
 *
 * @param corrections what was corrected since the first publication, oldest first
 * @param lists every list its page stands in or will stand in, e.g. {@code site}, {@code series:press}, {@code area:041009}
 */
public record PublicArticle(
        Article article, Edition edition, List<Correction> corrections, List<MediaFact> media, List<String> lists) {

    public PublicArticle {
        corrections = List.copyOf(corrections);
        media = List.copyOf(media);
        lists = List.copyOf(lists);
    }

    /** 訂正: shown with its date and what changed. */
    public record Correction(int edition, Instant at, String text) {}

    /** The lead image or an attachment, without its bytes. */
    public java.util.Optional<MediaFact> findMedia(String hash) {
        return media.stream().filter(m -> m.hash().equals(hash)).findFirst();
    }
}
