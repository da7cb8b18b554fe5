package noroshi.site.view;

import java.util.List;

/**
 * What is urgent now.
 *
 * @param more how many are not shown here; said with a link
 */
public record BannerView(List<Alert> alerts, int more, String moreHref) {

    /**
     * @param level 警戒レベル 1 to 5
     * @param word e.g. 警戒レベル4
     */
    public record Alert(
            int level, String word, Mark mark, String title, String text, String href, When at, When until) {}
}
