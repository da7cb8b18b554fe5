package noroshi.site.view;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slots around every page of a site.
 *
 * @param end what ends the head: style, icon, and the start of the body
 * @param logo in place of the emblem; null for that
 */
public record HeaderView(
        Content end,
        String home,
        String name,
        String kana,
        String romaji,
        ArticleView.@Nullable Picture logo,
        List<Item> main,
        List<Link> tools) {

    /** A line of the menu, and those under it. */
    public record Item(Link link, List<Link> below) {}
}
