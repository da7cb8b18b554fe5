package noroshi.desk;

import java.util.List;
import noroshi.publishing.MediaFact;
import noroshi.publishing.Series;
import noroshi.site.Looks;
import noroshi.site.MenuText;
import noroshi.site.SiteLook;

/**
 * The screen of a site's look.
 *
 * @param menu as typed; @param host "" for none; @param setsHost this administrator may decide it
 * @param isNew the draft differs from what is public
 */
public record LookBoard(
        SiteLook look,
        int version,
        String name,
        String colour,
        String logo,
        String logoAlt,
        String menu,
        String host,
        boolean setsHost,
        boolean isNew,
        List<Looks.Release> releases,
        List<MediaFact> images,
        List<Series> series,
        String usualName,
        String usualColour) {

    public LookBoard {
        releases = List.copyOf(releases);
        images = List.copyOf(images);
        series = List.copyOf(series);
    }

    static String menu(SiteLook look) {
        return MenuText.write(look.menu());
    }

    public SiteLook.Kind[] kinds() {
        return SiteLook.Kind.values();
    }

    public String when(Looks.Release release) {
        return Moments.brief(release.at());
    }

    public String image(String hash) {
        return images.stream()
                .filter(i -> i.hash().equals(hash))
                .findFirst()
                .map(MediaFact::alt)
                .orElse("");
    }
}
