package noroshi.emergency;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import noroshi.standards.jma.Earthquake;
import noroshi.standards.jma.EarthquakeEarlyWarning;
import noroshi.standards.jma.RiverFlood;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.Tsunami;
import noroshi.standards.jma.Volcano;
import noroshi.standards.jma.Warnings;

/**
 * The article of an event: title, summary, Markdown, areas.
 *
 * @param areas government codes of the places concerned, the prefecture's first
 */
record EventPage(String title, String summary, String body, List<String> areas) {

    static final int TITLE_CHARACTERS_MAX = 60;
    private static final int SUMMARY_CHARACTERS_MAX = 180;
    private static final int TELEGRAMS_LISTED_MAX = 60;

    /**
     * Empty when nothing of the event concerns the jurisdiction.
     *
     * @param now decides which calls to act still hold
     */
    static Optional<EventPage> of(EventState state, Jurisdiction jurisdiction, Instant now) {
        if (state.history().stream().noneMatch(jurisdiction::concerns)) return Optional.empty();
        var areas = new LinkedHashSet<String>();
        areas.add(jurisdiction.prefecture());
        state.history().forEach(telegram -> areas.addAll(jurisdiction.governmentsOf(telegram)));
        return Optional.of(new EventPage(
                cut(EventTitle.of(state, jurisdiction), TITLE_CHARACTERS_MAX),
                cut(summary(state), SUMMARY_CHARACTERS_MAX),
                body(state, jurisdiction, now),
                List.copyOf(areas)));
    }

    private static String summary(EventState state) {
        var latest = state.latest();
        var headline = latest.head().headline().text().replaceAll("\\s+", "");
        return Moments.full(latest.head().reportDateTime()) + "発表。"
                + (headline.isBlank() ? latest.head().title() : headline);
    }

    private static String body(EventState state, Jurisdiction jurisdiction, Instant now) {
        var text = new MarkdownText();
        actions(state, text, now);
        if (state.newest().isEmpty())
            text.paragraph("この件に関する情報は、気象庁により取り消されました。\n"
                    + state.latest().head().headline().text());
        state.findBody(Tsunami.class, "VTSE41", "VTSE51")
                .ifPresent(t -> TsunamiSection.write(text, state, jurisdiction));
        state.findBody(Earthquake.class, "VXSE53", "VXSE51", "VXSE61", "VXSE52")
                .ifPresent(e -> EarthquakeSection.write(text, state, jurisdiction));
        state.findBody(EarthquakeEarlyWarning.class, "VXSE43")
                .ifPresent(w -> WarningSections.earlyWarning(text, w, jurisdiction));
        for (var telegram : state.newest()) {
            switch (telegram.body()) {
                case Warnings warnings -> WarningSections.weather(text, telegram, warnings, jurisdiction);
                case RiverFlood flood -> WarningSections.flood(text, telegram, flood, jurisdiction);
                case Volcano volcano -> WarningSections.volcano(text, telegram, volcano, jurisdiction);
                // Their sections stand above, made from several telegrams together.
                case Tsunami t -> {}
                case Earthquake e -> {}
                case EarthquakeEarlyWarning w -> {}
                case noroshi.standards.jma.Body.Cancelled c -> {}
                case noroshi.standards.jma.Body.NotInterpreted n -> {}
            }
        }
        history(state, text);
        return text.toString();
    }

    private static void actions(EventState state, MarkdownText text, Instant now) {
        var gravest = state.gravestByHazard().values().stream()
                .filter(raised -> raised.until().isAfter(now))
                .sorted(Comparator.comparing(Raised::level).reversed())
                .toList();
        if (gravest.isEmpty()) return;
        text.heading("いま取るべき行動");
        for (var one : gravest) text.paragraph("【" + one.grade() + "】" + Advice.of(one.hazard(), one.level()));
    }

    private static void history(EventState state, MarkdownText text) {
        text.heading("発表の経過");
        var rows = state.history().reversed().stream()
                .limit(TELEGRAMS_LISTED_MAX)
                .map(t -> List.of(
                        Moments.full(t.head().reportDateTime()), t.head().title(), type(t)))
                .toList();
        text.table(List.of("発表時刻", "情報", "種別"), rows);
        text.paragraph("出典：気象庁（防災情報XML）をもとに自動で作成しています。");
    }

    private static String type(Telegram telegram) {
        var serial = telegram.head().serial();
        var label = telegram.head().infoType().label();
        return serial.matches("[0-9]+") ? "第" + serial + "報 " + label : label;
    }

    private static String cut(String text, int charactersMax) {
        return text.length() <= charactersMax ? text : text.substring(0, charactersMax - 1) + "…";
    }

    /** The same with only those areas that this installation knows. */
    EventPage among(Collection<String> known) {
        return new EventPage(
                title, summary, body, areas.stream().filter(known::contains).toList());
    }
}
