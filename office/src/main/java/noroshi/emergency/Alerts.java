package noroshi.emergency;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Alerts people when an emergency arises or rises: on a change of state only, never on a repeated telegram, a correction of details or a
 * lowering. The key names the state reached, so that nothing is told twice whatever the order of telegrams.
 */
final class Alerts {

    private final Alarm alarm;

    Alerts(Alarm alarm) {
        this.alarm = alarm;
    }

    /** @param government who sends; the places concerned are those whose emergency arose or rose */
    void tell(String government, List<Emergency> before, List<Emergency> after) {
        for (var standing : after) {
            if (!standing.government().equals(government) || !standing.isActive()) continue;
            if (!hasRisen(standing, before)) continue;
            var places = new TreeSet<String>();
            after.stream()
                    .filter(e -> e.hazard() == standing.hazard() && e.isActive() && hasRisen(e, before))
                    .forEach(e -> places.add(e.government()));
            alarm.tell(
                    government,
                    places,
                    subject(standing),
                    text(standing),
                    standing.mark(),
                    standing.article() == null ? null : "/" + EventArticle.SERIES + "/" + standing.article(),
                    "%s:%s:%d"
                            .formatted(
                                    standing.event(),
                                    standing.hazard(),
                                    standing.level().number()));
        }
    }

    static boolean hasRisen(Emergency now, List<Emergency> before) {
        return before.stream()
                .filter(b -> b.government().equals(now.government()) && b.hazard() == now.hazard() && b.isActive())
                .noneMatch(b -> b.level().compareTo(now.level()) >= 0 || Objects.equals(b, now));
    }

    static String subject(Emergency emergency) {
        return "%s（%s）".formatted(emergency.grade(), emergency.shortPlace());
    }

    static String text(Emergency emergency) {
        return """
            %s：%s（%s）

            %s

            発表：%s
            """.formatted(
                        emergency.hazard().japanese(),
                        MarkdownText.escaped(emergency.grade()),
                        MarkdownText.escaped(emergency.place()),
                        Advice.of(emergency),
                        Moments.full(emergency.startedAt()));
    }
}
