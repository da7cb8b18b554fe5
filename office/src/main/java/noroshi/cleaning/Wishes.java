package noroshi.cleaning;

import java.util.function.UnaryOperator;

/**
 * What the caller does with addresses and characters.
 *
 * @param link from an address as written to the one to keep ({@code https://…}, {@code /news/1}, {@code article:12}); "": only the words
 *     stay. What may not stand in a page (javascript:, data:) never reaches it.
 * @param image from an image's address as written (also data: and file:) to one of the site's media ({@code /media/…}); "": the image
 *     is left out, with a note, and its words stand in its place
 * @param narrow full-width letters and digits become ASCII, half-width katakana full: right for officers' drafts, not for archives
 */
public record Wishes(UnaryOperator<String> link, UnaryOperator<String> image, boolean narrow) {

    /** For pasting: links stay when they lead somewhere from here too; images must be added by their own button. */
    public static final Wishes PASTE = new Wishes(
            link -> link.matches("(?i)[a-z][a-z0-9+.-]*:.*|/[^/].*|/") ? link : "",
            image -> image.matches("/media/[0-9a-f]{64}\\.[a-z]{1,5}") ? image : "",
            true);
}
