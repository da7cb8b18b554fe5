package noroshi.site.view;

import java.util.List;

/** Links under a heading. */
public record Group(String title, List<Link> links) {}
