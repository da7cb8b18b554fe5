package noroshi.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import noroshi.people.Area;
import noroshi.people.Directory;
import noroshi.platform.Audit;
import noroshi.platform.Outbox;
import noroshi.publishing.Marks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out an event again from all its telegrams, and brings article and emergencies into that state. Runs inside the transaction that
 * took the telegram.
 */
@Component
class WorkOutEvent {

    private final TelegramStore telegrams;
    private final EmergencyStore emergencies;
    private final EventArticle eventArticle;
    private final Directory directory;
    private final Outbox outbox;
    private final Alerts alerts;
    private final Audit audit;
    private final Rules rules = Rules.load();

    WorkOutEvent(
            TelegramStore telegrams,
            EmergencyStore emergencies,
            EventArticle eventArticle,
            Directory directory,
            Outbox outbox,
            Alarm alarm,
            Audit audit) {
        this.telegrams = telegrams;
        this.emergencies = emergencies;
        this.eventArticle = eventArticle;
        this.directory = directory;
        this.outbox = outbox;
        this.alerts = new Alerts(alarm);
        this.audit = audit;
    }

    /**
     * @param government who receives telegrams
     * @param shift of the replay, zero in real life
     * @param now the replay's, else the clock's
     */
    record Event(String government, int replay, Duration shift, Instant now) {}

    record Result(@Nullable Long article, List<Emergency> emergencies) {}

    Result handle(Event event, String name) {
        var jurisdiction = new Jurisdiction(
                event.government(), directory.getGovernment(event.government()).name());
        var received = telegrams.ofEvent(event.government(), event.replay(), name, event.shift());
        var state = EventState.of(received, new Raising(rules, jurisdiction));
        var marks = marks(event, state);
        var page = EventPage.of(state, jurisdiction, event.now());
        if (page.isEmpty()) return new Result(null, List.of());
        var known = directory.listAreas().stream().map(Area::code).collect(Collectors.toSet());
        long article = eventArticle.write(event.government(), name, page.get().among(known), marks, event.now());
        telegrams.attach(event.government(), event.replay(), name, article);
        var before = emergencies.ofEvent(name);
        var raised = marks == Marks.DRILL || marks == Marks.TEST ? List.<Raised>of() : state.raised();
        var after = new Standing(jurisdiction, governments(jurisdiction))
                .after(before, name, marks.code(), raised, article, event.now());
        change(event, name, before, after);
        return new Result(article, after);
    }

    /** What stands of an event that nothing new was heard of. */
    Result standing(Event event, String name) {
        var standing = emergencies.ofEvent(name);
        var article = telegrams.findArticle(event.government(), event.replay(), name);
        return new Result(article, standing);
    }

    private void change(Event event, String name, List<Emergency> before, List<Emergency> after) {
        var changed = after.stream().filter(e -> !before.contains(e)).toList();
        if (changed.isEmpty()) return;
        changed.forEach(emergency -> emergencies.put(emergency, event.now()));
        announce(outbox, event.government(), name, changed);
        for (var one : changed)
            if (one.government().equals(event.government()))
                audit.record(
                        event.government(),
                        null,
                        one.isActive() ? "emergency.raised" : "emergency.ended",
                        "emergency:" + name,
                        one.title());
        alerts.tell(event.government(), before, after);
    }

    /** Tells the site which governments' banners changed. */
    static void announce(Outbox outbox, String government, String name, List<Emergency> changed) {
        var sites = new TreeSet<String>();
        changed.forEach(emergency -> sites.add(emergency.government()));
        outbox.announce(
                government,
                new noroshi.platform.Event("emergency.changed", name, Map.of("governments", String.join(" ", sites))));
    }

    private static Marks marks(Event event, EventState state) {
        if (event.replay() > 0) return Marks.REPLAY;
        return switch (state.latest().control().status()) {
            case NORMAL -> Marks.NONE;
            case DRILL -> Marks.DRILL;
            case TEST -> Marks.TEST;
        };
    }

    private Map<String, String> governments(Jurisdiction jurisdiction) {
        var names = new LinkedHashMap<String, String>();
        var own = new ArrayList<>(directory.listGovernments());
        own.removeIf(g -> !g.code().startsWith(jurisdiction.prefecture().substring(0, 2)));
        own.forEach(g -> names.put(g.code(), g.name()));
        return names;
    }
}
