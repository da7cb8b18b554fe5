package noroshi.shelters;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Places and how they stand, for screens and other features. */
@Component
public class Shelters {

    public static final int LOG_MAX = 200;

    private final PlaceStore places;
    private final ReportStore reports;
    private final Tenancy tenancy;

    Shelters(PlaceStore places, ReportStore reports, Tenancy tenancy) {
        this.places = places;
        this.reports = reports;
        this.tenancy = tenancy;
    }

    public List<Shelter> list(String government) {
        return list(government, Master.SHELTER);
    }

    /** @param kind {@link Master#SHELTER} or a list of facilities */
    public List<Shelter> list(String government, String kind) {
        return tenancy.in(government, () -> places.list(government, kind));
    }

    public Set<String> kinds(String government) {
        return tenancy.in(government, () -> places.kinds(government));
    }

    public Optional<Shelter> find(String government, long id) {
        return tenancy.in(government, () -> places.find(government, id));
    }

    /** What the report that holds contradicts without having known of it; empty: nothing, or somebody has decided. */
    public Optional<Report> contradicted(Shelter shelter) {
        var report = shelter.report();
        if (report == null || !report.disputed()) return Optional.empty();
        return tenancy.in(shelter.government(), () -> reports.before(shelter.government(), shelter.id(), report));
    }

    public List<Report> log(String government, long shelter) {
        return tenancy.in(government, () -> reports.log(government, shelter, LOG_MAX));
    }
}
