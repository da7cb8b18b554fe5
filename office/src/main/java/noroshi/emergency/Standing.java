package noroshi.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what an event raises to which emergency stands on which government's site. Pure. */
final class Standing {

    private final Jurisdiction jurisdiction;
    /** Code to name of every government of the prefecture, itself included. */
    private final Map<String, String> governments;

    Standing(Jurisdiction jurisdiction, Map<String, String> governments) {
        this.jurisdiction = jurisdiction;
        this.governments = Map.copyOf(governments);
    }

    /**
     * The emergencies of an event after its newest telegram: those raised stand, those no longer raised have ended.
     *
     * @param before what stood of this event
     */
    List<Emergency> after(
            List<Emergency> before,
            String event,
            String mark,
            List<Raised> raised,
            @Nullable Long article,
            Instant now) {
        var wanted = new LinkedHashMap<Site, Raised>();
        for (var one : raised) {
            if (!one.until().isAfter(now)) continue;
            for (var site : sites(one)) wanted.merge(new Site(site, one.hazard()), one, Standing::graver);
        }
        var after = new ArrayList<Emergency>();
        wanted.forEach((site, one) -> after.add(standing(site, one, find(before, site), event, mark, article)));
        for (var old : before)
            if (!wanted.containsKey(new Site(old.government(), old.hazard())) && old.isActive())
                after.add(ended(old, now));
        after.sort(Comparator.comparing(Emergency::government).thenComparing(Emergency::hazard));
        return List.copyOf(after);
    }

    /** The same emergency, over. */
    static Emergency ended(Emergency old, Instant at) {
        return new Emergency(
                old.government(),
                old.event(),
                old.hazard(),
                old.level(),
                Phase.CLOSED,
                old.grade(),
                old.area(),
                old.place(),
                old.mark(),
                old.source(),
                old.article(),
                old.startedAt(),
                old.expiresAt(),
                at);
    }

    private List<String> sites(Raised raised) {
        if (raised.everywhere()) return governments.keySet().stream().sorted().toList();
        if (raised.government().equals(jurisdiction.prefecture())) return List.of(jurisdiction.prefecture());
        return List.of(raised.government(), jurisdiction.prefecture()).stream()
                .filter(governments::containsKey)
                .toList();
    }

    private Emergency standing(
            Site site, Raised raised, @Nullable Emergency before, String event, String mark, @Nullable Long article) {
        return new Emergency(
                site.government(),
                event,
                site.hazard(),
                raised.level(),
                raised.level() == Level.WATCH ? Phase.WATCH : Phase.ALERT,
                raised.grade(),
                raised.government(),
                governments.getOrDefault(raised.government(), jurisdiction.name()),
                mark,
                jurisdiction.prefecture(),
                article,
                before != null && before.isActive() ? before.startedAt() : raised.from(),
                raised.until(),
                null);
    }

    private static @Nullable Emergency find(List<Emergency> before, Site site) {
        return before.stream()
                .filter(e -> e.government().equals(site.government()) && e.hazard() == site.hazard())
                .findFirst()
                .orElse(null);
    }

    private static Raised graver(Raised a, Raised b) {
        return b.isGraverThan(a) ? b : a;
    }

    private record Site(String government, Hazard hazard) {}
}
