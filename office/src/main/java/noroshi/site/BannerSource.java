package noroshi.site;

import java.util.List;

/** Implemented by whoever knows what is urgent. Announce {@code emergency.changed} whenever an answer changes. */
public interface BannerSource {

    /** What is or will be shown on this government's site; what has ended may be left out. Called inside a worker's door. */
    List<Banner> banners(String government);
}
