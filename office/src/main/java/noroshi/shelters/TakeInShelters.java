package noroshi.shelters;

import java.time.Instant;
import java.util.List;
import noroshi.shelters.Report.Held;
import noroshi.shelters.Report.Source;
import noroshi.shelters.ReportStore.Arrival;
import noroshi.standards.opendata.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bulk door for filling an empty installation: many shelters with how they stand, told to nobody. Inside the caller's transaction. */
@Component
public final class TakeInShelters {

    private final PlaceStore places;
    private final ReportStore reports;
    private final ImportStore imports;

    TakeInShelters(PlaceStore places, ReportStore reports, ImportStore imports) {
        this.places = places;
        this.reports = reports;
        this.imports = imports;
    }

    /** @param number its own; @param told how it stands; null: not opened */
    public record Given(
            String number, Master master, @Nullable Told told) {}

    public void take(String government, List<Given> all, Instant at) {
        for (var given : all) {
            long place = places.add(government, given.master(), at);
            imports.addKey(government, given.master().kind(), new Place.Key("id", given.number()), place, true);
            var told = given.told();
            if (told == null) continue;
            var arrival = new Arrival(government, place, told, told.at(), Source.LIST, null, null, null, null);
            places.holds(government, place, reports.add(arrival, Held.NEWEST));
        }
    }
}
