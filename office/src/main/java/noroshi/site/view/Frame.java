package noroshi.site.view;

import gg.jte.Content;
import java.util.List;

/**
 * What surrounds the main part of every page.
 *
 * @param start the document's start up to and including the tag head
 * @param title of the window, with the site's name
 * @param type for Open Graph: website or article
 * @param canonical absolute address of the full page
 * @param alternates other variants and feeds of the same subject
 * @param data JSON-LD, a whole script element; may be empty
 * @param header the slot that ends the head and shows the site's name and navigation
 * @param notice where a beacon says that this page stands in for a heavier one
 * @param banner the slot of what is urgent
 * @param footer the slot that ends the document
 */
public record Frame(
        Content start,
        String title,
        String siteName,
        String description,
        String type,
        String image,
        boolean indexed,
        String canonical,
        List<Alternate> alternates,
        List<Link> crumbs,
        String here,
        Content data,
        Content header,
        Content notice,
        Content banner,
        Content footer) {

    /** A link element of the head. */
    public record Alternate(String type, String href, String title) {}
}
