package noroshi.shelters;

import java.util.Objects;
import noroshi.platform.Audit;
import noroshi.shelters.Report.Held;
import noroshi.shelters.ReportStore.Arrival;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes reports into the log, whoever brings them: the newest by its own time holds, and only a change of state is news. */
@Component
class Logbook {

    private final PlaceStore places;
    private final ReportStore reports;
    private final News news;
    private final Audit audit;

    Logbook(PlaceStore places, ReportStore reports, News news, Audit audit) {
        this.places = places;
        this.reports = reports;
        this.news = news;
        this.audit = audit;
    }

    /** Inside the caller's transaction, on the locked shelter. @param actor for the record of acts; null: no officer */
    Held write(Shelter shelter, Arrival arrival, @Nullable Long actor) {
        var held = held(shelter, arrival);
        long id = reports.add(arrival, held);
        audit.record(
                arrival.government(),
                actor,
                "shelter.reported",
                "shelter:" + shelter.id(),
                "%s %s".formatted(arrival.source(), arrival.told().state()));
        if (held == Held.LATE) return held;
        places.holds(arrival.government(), shelter.id(), id);
        news.reported(shelter);
        if (shelter.state() != arrival.told().state()) news.stateChanged(shelter, arrival.told());
        return held;
    }

    private static Held held(Shelter shelter, Arrival arrival) {
        var now = shelter.report();
        if (now == null) return Held.NEWEST;
        if (arrival.told().at().isBefore(now.told().at())) return Held.LATE;
        boolean unseen = arrival.seen() != null && !Objects.equals(arrival.seen(), now.id());
        return unseen && !now.told().saysTheSame(arrival.told()) ? Held.CONFLICT : Held.NEWEST;
    }
}
