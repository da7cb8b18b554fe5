package noroshi.site.view;

import java.util.List;

/** Groups of links: areas, departments, governments, the map of the site. */
public record DirectoryView(String title, String lead, List<Group> groups, List<Link> variants) {}
