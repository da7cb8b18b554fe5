package noroshi.planning.continuity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Anything that can fail or stop.
 *
 * @param place        where it stands; null: nowhere that a hazard could reach
 * @param carrier      the server that a guest or data is on and shares its place with; empty: none
 * @param withstands   JMA seismic intensity (計測震度) from which on it is damaged; infinite: none
 * @param needs        what must work for it to work
 * @param restartHours until it works again after what it needs does
 * @param rebuildHours for data without any usable copy: entering it anew; infinite: it is lost
 * @param weight       how much an hour without it counts (services)
 */
public record Part(
        String id,
        String name,
        Kind kind,
        @Nullable Place place,
        String carrier,
        double withstands,
        List<Need> needs,
        Repair repair,
        double restartHours,
        double rebuildHours,
        Promise promise,
        double weight,
        Power power,
        Route route,
        List<Backup> backups) {

    public Part {
        needs = List.copyOf(needs);
        backups = List.copyOf(backups);
    }

    public Part with(@Nullable Place newPlace, Power newPower, List<Backup> newBackups) {
        return new Part(
                id,
                name,
                kind,
                newPlace,
                carrier,
                withstands,
                needs,
                repair,
                restartHours,
                rebuildHours,
                promise,
                weight,
                newPower,
                route,
                newBackups);
    }

    public Part withNeeds(List<Need> newNeeds) {
        return new Part(
                id,
                name,
                kind,
                place,
                carrier,
                withstands,
                newNeeds,
                repair,
                restartHours,
                rebuildHours,
                promise,
                weight,
                power,
                route,
                backups);
    }
}
