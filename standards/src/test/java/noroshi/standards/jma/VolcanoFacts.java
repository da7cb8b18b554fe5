package noroshi.standards.jma;

import java.util.List;

/** Lines of volcano telegrams. */
final class VolcanoFacts {
    private VolcanoFacts() {}

    static void volcano(Facts facts, Volcano volcano) {
        facts.line(0, "erupted ", Facts.time(volcano.eventTime()), Facts.optional("; plume ", volcano.plume()));
        alerts(facts, "volcano", volcano.volcanoes());
        alerts(facts, "municipality", volcano.municipalities());
        alerts(facts, "response", volcano.responses());
        volcano.ash()
                .forEach(a -> facts.line(
                        0,
                        a.period(),
                        " ",
                        Facts.time(a.from()),
                        " – ",
                        Facts.time(a.until()),
                        " ",
                        Facts.kind(a.kind()),
                        " @ ",
                        Facts.areas(a.municipalities())));
        VolcanoTexts texts = volcano.texts();
        List.of(
                        texts.headline(),
                        texts.activity(),
                        texts.prevention(),
                        texts.appendix(),
                        texts.observation(),
                        texts.text())
                .forEach(t -> {
                    if (!t.isEmpty()) {
                        facts.line(0, "text: ", Facts.text(t));
                    }
                });
    }

    private static void alerts(Facts facts, String name, List<VolcanoAlert> alerts) {
        alerts.forEach(a -> facts.line(
                0,
                name,
                ": ",
                Facts.kind(a.kind()),
                a.last() == null ? "" : " < " + Facts.kind(a.last()),
                " ",
                a.severity() + (a.volcanicLevel() == 0 ? "" : "/" + a.volcanicLevel()),
                " @ ",
                Facts.areas(a.areas())));
    }
}
