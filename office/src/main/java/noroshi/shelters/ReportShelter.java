package noroshi.shelters;

import java.time.Duration;
import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.shelters.Report.Source;
import noroshi.shelters.ReportStore.Arrival;
import org.springframework.stereotype.Component;

/** An officer tells how a shelter stands, e.g. what its staff said on the telephone. */
@Component
public final class ReportShelter {

    /** A clock may be a little ahead. */
    static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private final Tenancy tenancy;
    private final PlaceStore places;
    private final Logbook logbook;

    ReportShelter(Tenancy tenancy, PlaceStore places, Logbook logbook) {
        this.tenancy = tenancy;
        this.places = places;
        this.logbook = logbook;
    }

    /** @param seen number of the report that the officer had before them; 0: none */
    public record Command(String government, long shelter, Told told, long seen, Officer by, Instant at) {}

    public ShelterOutcome handle(Command command) {
        var lacking = Rights.lackingToReport(command.by(), command.government());
        if (lacking.isPresent()) return lacking.get();
        var told = command.told();
        if (told.at().isAfter(command.at().plus(AHEAD_MAX)))
            return new ShelterOutcome.Invalid("at", "「いつ現在」が先の時刻です。確かめた時刻を入れてください。");
        var next = told.nextUpdate();
        if (next != null && !next.isAfter(told.at()))
            return new ShelterOutcome.Invalid("next", "「次回更新」は「いつ現在」より後にしてください。");
        return tenancy.in(command.government(), () -> {
            var found = places.lock(command.government(), command.shelter());
            if (found.isEmpty() || !found.get().master().isShelter()) return new ShelterOutcome.Missing();
            var held = logbook.write(found.get(), arrival(command), command.by().id());
            var now = places.find(command.government(), command.shelter()).orElseThrow();
            return new ShelterOutcome.Done(
                    now, held == Report.Held.NEWEST ? "報告を公開しました。" : "報告を記録しました。" + held.japanese() + "。経過を確かめてください。");
        });
    }

    private static Arrival arrival(Command command) {
        // An officer at home is named by number; the prefecture's, acting for a town, stands in the record.
        boolean home = command.by().government().equals(command.government());
        return new Arrival(
                command.government(),
                command.shelter(),
                command.told(),
                command.at(),
                Source.OFFICER,
                home ? command.by().id() : null,
                null,
                null,
                command.seen());
    }
}
