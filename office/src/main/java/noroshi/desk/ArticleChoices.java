package noroshi.desk;

import java.util.List;
import noroshi.people.Area;
import noroshi.people.Department;
import noroshi.people.Topic;
import noroshi.publishing.MediaFact;
import noroshi.publishing.Series;

/**
 * What can be chosen in the article form.
 *
 * @param image the lead image now, in a list of one, or empty; @param attachments those now
 * @param held name of an image that waits for its words; ""
 */
public record ArticleChoices(
        String government,
        List<Series> series,
        List<AreaGroup> areas,
        List<Topic> topics,
        List<Department> departments,
        List<MediaFact> image,
        List<MediaFact> attachments,
        String held) {

    /** An area and those inside it that can be ticked with it. */
    public record AreaGroup(Area head, List<Area> inside) {}

    static List<AreaGroup> groups(List<Area> areas) {
        return areas.stream()
                .filter(area -> area.kind().equals("prefecture") || area.kind().equals("region"))
                .map(head -> new AreaGroup(head, inside(areas, head)))
                .toList();
    }

    private static List<Area> inside(List<Area> areas, Area head) {
        return areas.stream()
                .filter(area ->
                        area.kind().equals("municipality") || area.kind().equals("ward"))
                .filter(area -> isInside(areas, area, head))
                .toList();
    }

    private static boolean isInside(List<Area> areas, Area area, Area head) {
        var parent = area.parent();
        if (parent == null) return false;
        if (parent.equals(head.code())) return true;
        return areas.stream()
                .filter(other -> other.code().equals(parent) && other.kind().equals("municipality"))
                .anyMatch(city -> head.code().equals(city.parent()));
    }
}
