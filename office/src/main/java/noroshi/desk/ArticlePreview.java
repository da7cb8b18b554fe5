package noroshi.desk;

import java.util.List;
import noroshi.publishing.Flaw;
import noroshi.publishing.Markdown;

/** The body as readers will see it. @param html safe as it is; @param notices what will not look as meant; @param findings what shuts readers out; @param words the same in title and summary */
public record ArticlePreview(
        String html, List<Markdown.Notice> notices, List<ArticleFinding> findings, List<Flaw> words) {

    public ArticlePreview {
        notices = List.copyOf(notices);
        findings = List.copyOf(findings);
        words = List.copyOf(words);
    }
}
