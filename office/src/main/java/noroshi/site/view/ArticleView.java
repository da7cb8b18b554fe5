package noroshi.site.view;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article, or one part of a long one. */
public record ArticleView(
        String title,
        Mark mark,
        String layout,
        Link series,
        When published,
        @Nullable When updated,
        List<Correction> corrections,
        String summary,
        @Nullable Picture picture,
        Content body,
        @Nullable EventView event,
        List<File> files,
        List<Link> areas,
        List<Link> topics,
        @Nullable Contact contact,
        @Nullable Link older,
        @Nullable Link newer,
        Cut cut,
        List<Link> variants) {

    /** What was wrong and when it was put right. */
    public record Correction(When at, String text) {}

    /**
     * @param width in pixels; 0 when unknown
     * @param size e.g. 120 KB, told where the image is only linked
     */
    public record Picture(String href, String alt, String caption, int width, int height, String size) {}

    public record File(String href, String name, String kind, String size) {}

    /**
     * @param over said when the event has ended; empty before
     * @param calendar the address of its iCalendar file
     */
    public record EventView(String when, String iso, String place, String over, String calendar) {}

    /** @param inquiry the address of the department's inquiry form */
    public record Contact(Link department, String phone, String email, String address, String inquiry) {}

    /** Which part of how many, with the neighbours; one of one is the whole article. */
    public record Cut(
            int number,
            int of,
            @Nullable Link before,
            @Nullable Link after) {
        public static final Cut WHOLE = new Cut(1, 1, null, null);

        public boolean whole() {
            return of == 1;
        }

        public boolean first() {
            return number == 1;
        }

        public boolean last() {
            return number == of;
        }
    }
}
