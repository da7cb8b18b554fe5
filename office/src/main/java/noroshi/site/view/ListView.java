package noroshi.site.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest of something, or one numbered page of it.
 *
 * @param layout how a series looks: news, magazine, blog, video, newsletter, works, tourism
 * @param pageTitle of a numbered page; empty on the newest
 * @param empty what is said when there is nothing
 * @param department on the first page of a department's list
 */
public record ListView(
        String title,
        String pageTitle,
        String lead,
        String layout,
        List<EntryView> entries,
        String empty,
        @Nullable Link older,
        @Nullable Link newer,
        List<Link> services,
        List<Link> related,
        List<Link> variants,
        @Nullable DepartmentView department) {}
