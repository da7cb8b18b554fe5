package noroshi.planning.continuity.recovery;

import noroshi.planning.continuity.Measure;

/** @param hours weighted service hours that the measure would have saved in the scenario; below 0: it harms */
public record Gain(Measure measure, double hours) {

    /** Service hours for a million yen. */
    public double hoursPerMillionYen() {
        return hours * 1_000_000 / measure.yen();
    }
}
