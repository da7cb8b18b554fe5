package noroshi.beacon;

/** What readers are shown, as Prometheus text: by variant, from the cache or made, and where the ladder stands and why. */
final class ShownMetrics {

    private final Shown shown;
    private final LoadMeter meter;

    ShownMetrics(Shown shown, LoadMeter meter) {
        this.shown = shown;
        this.meter = meter;
    }

    String metrics() {
        var text = new Metrics();
        for (var variant : Variant.values())
            for (int i = 2; i <= 5; i++)
                text.counter(
                        "page_answers_total{class=\"%dxx\",variant=\"%s\"}".formatted(i, variant.code()),
                        "Answers to GET and HEAD for pages and files, by the variant shown",
                        shown.counts().answers(variant, i));
        text.counter(
                "cache_hits_total",
                "Answers found prepared",
                shown.counts().prepared.sum());
        text.counter(
                "cache_misses_total", "Answers made anew", shown.counts().made.sum());
        text.counter("views_total", "Pages shown", shown.views().total());
        text.gauge(
                "views_pages",
                "Pages counted one by one in this hour",
                shown.views().pages());
        text.counter(
                "stand_ins_total",
                "Lighter pages shown in place of those asked for",
                shown.counts().standIns.sum());
        text.gauge(
                "ladder_rung",
                "By this beacon's own load: 0 full, 1 lite, 2 text",
                shown.degradation().own().ordinal());
        text.gauge("load_permille", "1000: as much as can be borne", Math.round(meter.load() * 1000));
        text.gauge("loop_lag_microseconds", "How long a loop took to come to a new task", meter.lagNs() / 1000);
        return text.toString();
    }
}
