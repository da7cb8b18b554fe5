package noroshi.site.page;

import static noroshi.platform.Require.require;

import java.net.URI;
import java.util.List;
import noroshi.site.SiteLook;

/**
 * A government and the lists its site has.
 *
 * @param color of the government, at least 5 : 1 on white
 * @param areas those that have a page on this site, in their order
 * @param publicUrl where readers find the beacons, without a slash at the end
 * @param look what its administrators decided
 * @param host its own host name; "" for none
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
        URI publicUrl,
        SiteLook look,
        String host) {

    public SiteFacts(
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
        this(
                code,
                name,
                kana,
                romaji,
                prefecture,
                color,
                phone,
                email,
                address,
                series,
                areas,
                topics,
                publicUrl,
                SiteLook.usual(),
                "");
    }

    public SiteFacts {
        require(code.matches("[0-9]{6}"), "A site is named by a government's code, not '%s'.", code);
        require(color.matches("#[0-9a-fA-F]{6}"), "The colour of %s is #rrggbb, not '%s'.", code, color);
        series = List.copyOf(series);
        areas = List.copyOf(areas);
        topics = List.copyOf(topics);
    }

    /** The colour of full pages; lite ones keep the government's, whose hash stands in the head of every page. */
    String shownColor() {
        return look.colour().isEmpty() ? color : look.colour();
    }

    /** The same site under another look. */
    public SiteFacts with(SiteLook other, String otherName) {
        return new SiteFacts(
                code,
                otherName,
                kana,
                romaji,
                prefecture,
                color,
                phone,
                email,
                address,
                series,
                areas,
                topics,
                publicUrl,
                other,
                host);
    }

    public boolean hasArea(String area) {
        return areas.stream().anyMatch(a -> a.code().equals(area));
    }

    public boolean hasSeries(String code) {
        return series.stream().anyMatch(s -> s.code().equals(code));
    }
}
