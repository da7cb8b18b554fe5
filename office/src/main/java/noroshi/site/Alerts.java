package noroshi.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.site.page.Alert;
import noroshi.site.page.SlotPages;
import noroshi.site.page.Window;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Banners of all sources, as slots of the sites they concern. */
@Component
class Alerts {

    private final ObjectProvider<BannerSource> sources;
    private final Readers read;

    Alerts(ObjectProvider<BannerSource> sources, Readers read) {
        this.sources = sources;
        this.read = read;
    }

    /** Every government's slots: a few dozen small ones; unchanged ones cost a comparison. */
    void build(Draft draft, Instant now) {
        for (var government : read.survey().governments()) build(government.code(), draft, now);
    }

    void build(String government, Draft draft, Instant now) {
        var alerts = new ArrayList<Alert>();
        sources.orderedStream().forEach(source -> source.banners(government).stream()
                .filter(b -> b.until().isAfter(now) && b.from().isBefore(b.until()))
                .map(Alerts::alert)
                .forEach(alerts::add));
        draft.slots(new SlotPages(read.survey().site(government), draft).alerts(List.copyOf(alerts), now));
    }

    private static Alert alert(Banner banner) {
        return new Alert(
                banner.level(),
                banner.word(),
                banner.title(),
                banner.text(),
                banner.site(),
                banner.path(),
                banner.mark(),
                banner.issuedAt(),
                new Window(banner.from(), banner.until()));
    }
}
