package noroshi.site.page;

import static noroshi.platform.Require.require;

import java.net.URI;
import java.util.List;

/**
 * A government and the lists its site has.
 *
 * @param color of the government, at least 5 : 1 on white
 * @param areas those that have a page on this site, in their order
 * @param publicUrl where readers find the beacons, without a slash at the end
 */
public record SiteFacts(
        String code,
        String name,
        String kana,
        String romaji,
        boolean prefecture,
        String color,
        String phone,
        String email,
        String address,
        List<SeriesFacts> series,
        List<Place> areas,
        List<Place> topics,
        URI publicUrl) {

    public SiteFacts {
        require(code.matches("[0-9]{6}"), "A site is named by a government's code, not '%s'.", code);
        require(color.matches("#[0-9a-fA-F]{6}"), "The colour of %s is #rrggbb, not '%s'.", code, color);
        series = List.copyOf(series);
        areas = List.copyOf(areas);
        topics = List.copyOf(topics);
    }

    public boolean hasArea(String area) {
        return areas.stream().anyMatch(a -> a.code().equals(area));
    }

    public boolean hasSeries(String code) {
        return series.stream().anyMatch(s -> s.code().equals(code));
    }
}
