package noroshi.site.view;

import gg.jte.Content;
import java.util.List;

/** A page of plain words: an error, a thank-you, how to use the site. */
public record TextView(String title, String tone, Content body, List<Link> next, List<Link> variants) {}
