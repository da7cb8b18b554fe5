package noroshi.site.view;

import gg.jte.Content;
import java.util.List;

/**
 * The slots around every page of a site.
 *
 * @param end what ends the head: style, icon, and the start of the body
 */
public record HeaderView(
        Content end, String home, String name, String kana, String romaji, List<Link> main, List<Link> tools) {}
