package noroshi.site.page;

import java.util.ArrayList;
import java.util.List;
import noroshi.site.view.Group;
import noroshi.site.view.Link;

/** The areas of a site, grouped by what they are part of. */
final class Regions {

    private Regions() {}

    static List<Group> of(SiteFacts site, Addresses addresses) {
        var groups = new ArrayList<Group>();
        for (var region : site.areas()) {
            var parts = site.areas().stream()
                    .filter(a -> region.code().equals(a.parent()) && !a.kind().equals("region"))
                    .map(a -> link(addresses, a))
                    .toList();
            if (parts.isEmpty()) continue;
            var links = new ArrayList<Link>();
            links.add(Link.of(addresses.page("/areas/%s/".formatted(region.code())), region.name() + "全域"));
            links.addAll(parts);
            groups.add(new Group(region.name(), links));
        }
        if (groups.isEmpty() && !site.areas().isEmpty())
            groups.add(new Group(
                    site.name(),
                    site.areas().stream().map(a -> link(addresses, a)).toList()));
        return groups;
    }

    private static Link link(Addresses addresses, Place area) {
        return Link.of(addresses.page("/areas/%s/".formatted(area.code())), area.name());
    }
}
