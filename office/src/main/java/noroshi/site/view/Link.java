package noroshi.site.view;

/**
 * Where a reader may go next.
 *
 * @param note a second, smaller line; empty for none
 */
public record Link(String href, String text, String note) {

    public static Link of(String href, String text) {
        return new Link(href, text, "");
    }
}
