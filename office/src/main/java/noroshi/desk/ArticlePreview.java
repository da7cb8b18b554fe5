package noroshi.desk;

import java.util.List;
import noroshi.publishing.Markdown;

/** The body as readers will see it. @param html safe as it is; @param notices what will not look as meant; @param findings what shuts readers out */
public record ArticlePreview(String html, List<Markdown.Notice> notices, List<ArticleFinding> findings) {

    public ArticlePreview {
        notices = List.copyOf(notices);
        findings = List.copyOf(findings);
    }
}
