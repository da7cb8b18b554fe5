package noroshi.beacon;

/** What readers are shown, as Prometheus text: by variant, from the cache or made, and where the ladder stands and why. */
final class ShownMetrics {

    private final Degradation degradation;
    private final Views views;
    private final PageCounts counts;
    private final LoadMeter meter;

    ShownMetrics(Degradation degradation, Views views, PageCounts counts, LoadMeter meter) {
        this.degradation = degradation;
        this.views = views;
        this.counts = counts;
        this.meter = meter;
    }

    String metrics() {
        var text = new Metrics();
        for (var variant : Variant.values())
            for (int i = 2; i <= 5; i++)
                text.counter(
                        "page_answers_total{class=\"%dxx\",variant=\"%s\"}".formatted(i, variant.code()),
                        "Answers to GET and HEAD for pages and files, by the variant shown",
                        counts.answers(variant, i));
        text.counter("cache_hits_total", "Answers found prepared", counts.prepared.sum());
        text.counter("cache_misses_total", "Answers made anew", counts.made.sum());
        text.counter("views_total", "Pages shown", views.total());
        text.gauge("views_pages", "Pages counted one by one in this hour", views.pages());
        text.counter("stand_ins_total", "Lighter pages shown in place of those asked for", counts.standIns.sum());
        text.gauge(
                "ladder_rung",
                "By this beacon's own load: 0 full, 1 lite, 2 text",
                degradation.own().ordinal());
        text.gauge("load_permille", "1000: as much as can be borne", Math.round(meter.load() * 1000));
        text.gauge("loop_lag_microseconds", "How long a loop took to come to a new task", meter.lagNs() / 1000);
        return text.toString();
    }
}
