package noroshi.beacon;

/** How a page is shown. The snapshot keeps each variant's records under a prefix of its own. */
enum Variant {
    FULL(""),
    LITE("/l"),
    TEXT("/t");

    final String prefix;

    Variant(String prefix) {
        this.prefix = prefix;
    }

    /** @param path canonical, inside a site */
    static Variant of(String path) {
        if (path.startsWith("/l/") || path.equals("/l")) return LITE;
        return path.startsWith("/t/") || path.equals("/t") ? TEXT : FULL;
    }
}
