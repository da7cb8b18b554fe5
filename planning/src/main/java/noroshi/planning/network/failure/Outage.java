package noroshi.planning.network.failure;

import noroshi.planning.network.Building;
import noroshi.planning.network.Scenario;

/**
 * When a building has no power: from the moment its battery and generator are empty until the grid is back.
 *
 * @param gridBack hours after the event; 0: the grid never failed
 * @param runsFor  hours on battery and generator
 */
public record Outage(double gridBack, double runsFor) {

    static Outage of(Building building, Damage damage, Scenario scenario, double gridBack) {
        double back = damage.isWet() ? Math.max(gridBack, scenario.wetPowerHours()) : gridBack;
        var supply = building.supply();
        return new Outage(back, supply.batteryHours() + (damage.generatorLost() ? 0 : supply.generatorHours()));
    }

    boolean isDark(double hour) {
        return hour >= runsFor && hour < gridBack;
    }

    /** Whether it runs on what it has in the house. */
    boolean isOnItsOwn(double hour) {
        return hour < gridBack && hour < runsFor;
    }
}
