package noroshi.planning.network;

/** How often something fails by itself, and how long its repair takes. */
public record Rate(double failuresPerYear, double repairHours) {

    public static final double HOURS_PER_YEAR = 8766;

    /** The share of all time in which it is down. */
    public double down() {
        return downHoursPerYear() / (HOURS_PER_YEAR + downHoursPerYear());
    }

    public double downHoursPerYear() {
        return failuresPerYear * repairHours;
    }
}
