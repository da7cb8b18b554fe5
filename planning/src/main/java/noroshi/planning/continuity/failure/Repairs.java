package noroshi.planning.continuity.failure;

import noroshi.planning.continuity.Part;

/** When a part that was hit works again. */
public interface Repairs {

    /**
     * @param from  the first hour at which everything it needs works and it can be reached
     * @param hours of work; infinite: it cannot be repaired
     * @return the hour at which it is repaired
     */
    double repairedAt(Part part, double from, double hours);

    /** As if there were hands enough for everything: nobody is faster. */
    Repairs AT_ONCE = (part, from, hours) -> from + hours;
}
