package noroshi.site.page;

import noroshi.site.view.ArticleView.Picture;
import noroshi.site.view.EntryView;
import noroshi.site.view.Mark;
import org.jspecify.annotations.Nullable;

/** Turns entries into what a list shows of them. */
final class Entries {

    private Entries() {}

    /** @param layout of the list; lists of one series look as the series does and do not repeat its name */
    static EntryView view(Addresses addresses, Variant variant, EntryFacts entry, String layout, boolean ofOneSeries) {
        var generous = variant == Variant.FULL && !layout.equals("news");
        return new EntryView(
                addresses.page("/%s/%d".formatted(entry.series().code(), entry.id())),
                entry.title(),
                Mark.of(entry.mark()),
                Words.listed(entry.series(), entry.publishedAt(), entry.changedAt()),
                generous ? entry.summary() : "",
                ofOneSeries ? "" : entry.series().name(),
                entry.event() == null ? "" : Words.period(entry.event()),
                generous ? picture(addresses, entry) : null);
    }

    private static @Nullable Picture picture(Addresses addresses, EntryFacts entry) {
        return entry.image() == null ? null : ArticlePages.picture(addresses, entry.image());
    }
}
