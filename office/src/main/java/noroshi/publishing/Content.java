package noroshi.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an author writes. Any text may be tried; {@link ContentCheck} answers what is wrong with it.
 *
 * @param body Markdown (CommonMark and tables)
 * @param areas codes of areas; @param topics codes of topics; @param department a code of the government's, or null
 * @param image media hash of the lead image; @param attachments media hashes in their order
 */
public record Content(
        String title,
        String summary,
        String body,
        List<String> areas,
        List<String> topics,
        @Nullable String department,
        @Nullable Happening happening,
        @Nullable String image,
        List<String> attachments,
        Marks marks) {

    public static final int TITLE_CHARACTERS_MAX = 120;
    public static final int SUMMARY_CHARACTERS_MAX = 600;
    public static final int BODY_CHARACTERS_MAX = 200_000;
    public static final int AREAS_MAX = 100;
    public static final int TOPICS_MAX = 10;
    public static final int ATTACHMENTS_MAX = 20;

    public Content {
        areas = areas.stream().distinct().toList();
        topics = topics.stream().distinct().toList();
        attachments = attachments.stream().distinct().toList();
    }

    /** Words alone; the rest is added with the {@code with…} methods. */
    public static Content of(String title, String summary, String body) {
        return new Content(title, summary, body, List.of(), List.of(), null, null, null, List.of(), Marks.NONE);
    }

    public Content withAreas(List<String> areas) {
        return new Content(title, summary, body, areas, topics, department, happening, image, attachments, marks);
    }

    public Content withTopics(List<String> topics) {
        return new Content(title, summary, body, areas, topics, department, happening, image, attachments, marks);
    }

    public Content withDepartment(@Nullable String department) {
        return new Content(title, summary, body, areas, topics, department, happening, image, attachments, marks);
    }

    public Content withHappening(@Nullable Happening happening) {
        return new Content(title, summary, body, areas, topics, department, happening, image, attachments, marks);
    }

    public Content withImage(@Nullable String image) {
        return new Content(title, summary, body, areas, topics, department, happening, image, attachments, marks);
    }

    public Content withAttachments(List<String> attachments) {
        return new Content(title, summary, body, areas, topics, department, happening, image, attachments, marks);
    }

    public Content withMarks(Marks marks) {
        return new Content(title, summary, body, areas, topics, department, happening, image, attachments, marks);
    }
}
