package noroshi.site;

import java.util.List;
import noroshi.publishing.PublicArticles;
import org.springframework.stereotype.Component;

/** Everything a build reads from, inside one worker's door. */
@Component
record Readers(
        Survey survey,
        ArticleReader articles,
        ListReader lists,
        Places places,
        MediaReader media,
        PublicArticles publishing) {

    List<String> oldPaths(String government, String path) {
        return publishing.listOldPaths(government, path);
    }
}
