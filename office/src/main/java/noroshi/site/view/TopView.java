package noroshi.site.view;

import gg.jte.Content;
import java.util.List;

/** The first page of a government. */
public record TopView(
        String name,
        String kana,
        String welcome,
        Content emergency,
        List<Link> purposes,
        List<EntryView> news,
        Link more,
        List<EntryView> events,
        List<Link> series,
        List<Link> topics,
        List<Group> areas,
        List<Link> services,
        List<Link> variants) {}
