package noroshi.calls;

/**
 * A question that was asked.
 *
 * @param place code of the government asked about; "": anywhere; @param times how often; @param unanswered how often of these nobody knew
 */
public record Asked(String place, String words, long times, long unanswered) {}
