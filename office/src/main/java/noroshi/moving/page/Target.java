package noroshi.moving.page;

/** What stands at an address of the old site, as the pages that link to it need to know. */
public sealed interface Target {

    /** A page that becomes an article. @param title of it, or empty when it is not known yet */
    record Page(long article, String title) implements Target {}

    /** A file that becomes one of media. @param path {@code /media/{hash}.{ext}} */
    record File(String path, boolean image, String name, long bytes) implements Target {}

    /** Nothing that could be linked to. @param reason why (Japanese) */
    record Lost(String reason) implements Target {}

    /** How a page asks for the targets of its links. */
    @FunctionalInterface
    interface Book {
        /** @param address canonical, inside the old site */
        Target find(String address);
    }
}
