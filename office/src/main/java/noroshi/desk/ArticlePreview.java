package noroshi.desk;

import java.util.List;
import noroshi.publishing.Markdown;

/** The body as readers will see it. @param html safe as it is; @param notices what will not look as meant */
public record ArticlePreview(String html, List<Markdown.Notice> notices) {

    public ArticlePreview {
        notices = List.copyOf(notices);
    }
}
