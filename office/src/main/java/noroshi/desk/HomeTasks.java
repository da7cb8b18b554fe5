package noroshi.desk;

import java.util.List;
import noroshi.publishing.Articles;

/** Articles that wait for the same thing. @param reading they are opened on the approval screen */
public record HomeTasks(String code, String title, String href, boolean reading, List<Articles.Row> rows) {

    public String href(Articles.Row row) {
        return (reading ? "/approvals/" : "/articles/") + row.article().id();
    }
}
