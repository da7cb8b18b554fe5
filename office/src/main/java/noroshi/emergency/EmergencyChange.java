package noroshi.emergency;

import java.time.Instant;

/**
 * One state that an emergency went through.
 *
 * @param id grows with time inside a government
 * @param words what an officer said about it, "" where a telegram or the clock changed it
 */
public record EmergencyChange(long id, Emergency emergency, boolean byOfficer, String words, Instant at) {}
