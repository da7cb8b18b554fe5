package noroshi.site.page;

import java.util.List;
import java.util.Map;
import noroshi.site.view.Frame.Alternate;
import noroshi.site.view.Link;

/**
 * What a page says about itself.
 *
 * @param path of the full variant inside the site
 * @param crumbs from the site's first page down, without the page itself; empty on the first page
 * @param data JSON-LD objects
 */
record Facing(
        String path,
        String title,
        String description,
        String type,
        String image,
        boolean indexed,
        List<Link> crumbs,
        List<Alternate> alternates,
        List<Map<String, Object>> data) {

    Facing {
        crumbs = List.copyOf(crumbs);
        alternates = List.copyOf(alternates);
        data = List.copyOf(data);
    }

    static Facing of(String path, String title, List<Link> crumbs) {
        return new Facing(path, title, title, "website", "", true, crumbs, List.of(), List.of());
    }

    Facing described(String text) {
        return new Facing(path, title, text.isBlank() ? title : text, type, image, indexed, crumbs, alternates, data);
    }

    Facing with(List<Alternate> more) {
        return new Facing(path, title, description, type, image, indexed, crumbs, more, data);
    }

    Facing data(List<Map<String, Object>> more) {
        return new Facing(path, title, description, type, image, indexed, crumbs, alternates, more);
    }

    Facing hidden() {
        return new Facing(path, title, description, type, image, false, crumbs, alternates, data);
    }
}
