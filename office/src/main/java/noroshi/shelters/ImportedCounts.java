package noroshi.shelters;

import java.util.List;
import java.util.Map;
import noroshi.shelters.ImportPlan.Known;
import noroshi.shelters.ImportPlan.Step;
import noroshi.shelters.Report.Source;
import noroshi.shelters.ReportStore.Arrival;
import noroshi.standards.opendata.Place;
import org.springframework.stereotype.Component;

/** Lists of opened shelters tell how many people were there, and when: each becomes a report, once. */
@Component
class ImportedCounts {

    private final PlaceStore places;
    private final Logbook logbook;

    ImportedCounts(PlaceStore places, Logbook logbook) {
        this.places = places;
        this.logbook = logbook;
    }

    void take(String government, List<Step> steps, Map<Place.Key, Known> keys, ImportPlaces.Command command) {
        for (var step : steps) {
            var place = step.place();
            if (place == null) continue;
            var count = place.count();
            var known = keys.get(place.key());
            if (count == null || known == null) continue;
            var at = count.at();
            if (at != null && !ImportPlan.isAhead(at, command.at()))
                report(
                        government,
                        known.place(),
                        new Told(
                                at, State.OPEN, count.people(), null, null, null, Crowding.UNKNOWN, Map.of(), "", null),
                        command);
        }
    }

    private void report(String government, long place, Told told, ImportPlaces.Command command) {
        var shelter = places.lock(government, place).orElseThrow();
        var now = shelter.report();
        // What is known already, or is older than what is known, is no news.
        if (now != null && !told.at().isAfter(now.told().at())) return;
        var arrival = new Arrival(
                government, place, told, command.at(), Source.LIST, null, null, null, now == null ? 0 : now.id());
        logbook.write(shelter, arrival, command.by().id());
    }
}
