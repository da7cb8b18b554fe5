package noroshi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import noroshi.publishing.Edition;

/**
 * Two officers wrote at once: the edition that was saved first, and how the text typed here differs from it.
 *
 * @param who begins the sentence: 鈴木さんが先に
 * @param others names of other fields that differ; "" when none does
 */
public record ArticleConflict(
        Edition theirs,
        String who,
        List<ArticleDiff.Line> title,
        List<ArticleDiff.Line> summary,
        List<ArticleDiff.Line> body,
        String others) {

    static ArticleConflict of(Edition theirs, String who, ArticleForm mine) {
        var content = theirs.content();
        return new ArticleConflict(
                theirs,
                who,
                ArticleDiff.lines(content.title(), mine.title()),
                ArticleDiff.lines(content.summary(), mine.summary()),
                ArticleDiff.lines(content.body(), mine.body()),
                others(theirs, mine));
    }

    private static String others(Edition theirs, ArticleForm mine) {
        var content = theirs.content();
        var differing = new ArrayList<String>();
        if (!content.areas().equals(mine.areas())) differing.add("関係する地域");
        if (!content.topics().equals(mine.topics())) differing.add("分野");
        if (!Objects.requireNonNullElse(content.department(), "").equals(mine.department())) differing.add("担当課室");
        if (!Objects.requireNonNullElse(content.image(), "").equals(mine.image())) differing.add("冒頭の画像");
        if (!content.attachments().equals(mine.attachments())) differing.add("添付ファイル");
        if (!Objects.equals(content.happening(), mine.happening(new ArrayList<>()))) differing.add("催しの日時と場所");
        return String.join("、", differing);
    }
}
