package noroshi.site.page;

import gg.jte.Content;

/** The names of what many pages share and the root fills. */
final class Slots {

    private Slots() {}

    static String header(String site, Variant variant) {
        return "header/%s/%s".formatted(site, variant.code());
    }

    static String banner(String site, Variant variant) {
        return "banner/%s/%s".formatted(site, variant.code());
    }

    static String footer(String site, Variant variant) {
        return "footer/%s/%s".formatted(site, variant.code());
    }

    /** The emergency block of the first page. */
    static String top(String site, Variant variant) {
        return "top/%s/%s".formatted(site, variant.code());
    }

    static Content content(String name) {
        return Sheet.slot(name);
    }
}
