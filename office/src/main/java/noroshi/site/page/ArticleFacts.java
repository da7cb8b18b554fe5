package noroshi.site.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public article with all that its pages show.
 *
 * @param body Markdown
 * @param pictures what the body may show, by hash
 * @param links where {@code article:ID} in the body leads: a path, with the site's code when it is another site's
 * @param contacts departments that the body names, by code
 * @param corrections what was corrected, the oldest first
 * @param older candidates for the previous article of the series, nearest first
 * @param newer candidates for the next article, nearest first
 */
public record ArticleFacts(
        long id,
        SeriesFacts series,
        String title,
        String summary,
        String body,
        List<Place> areas,
        List<Place> topics,
        @Nullable DepartmentFacts department,
        @Nullable EventFacts event,
        @Nullable MediaFacts image,
        List<MediaFacts> files,
        List<MediaFacts> pictures,
        Map<Long, String> links,
        Map<String, DepartmentFacts> contacts,
        List<Correction> corrections,
        String mark,
        Instant publishedAt,
        Instant changedAt,
        Window window,
        List<EntryFacts> older,
        List<EntryFacts> newer) {

    /** 訂正: when and what. */
    public record Correction(Instant at, String text) {}

    public ArticleFacts {
        areas = List.copyOf(areas);
        topics = List.copyOf(topics);
        files = List.copyOf(files);
        pictures = List.copyOf(pictures);
        links = Map.copyOf(links);
        contacts = Map.copyOf(contacts);
        corrections = List.copyOf(corrections);
        older = List.copyOf(older);
        newer = List.copyOf(newer);
    }

    public String path() {
        return "/%s/%d".formatted(series.code(), id);
    }
}
