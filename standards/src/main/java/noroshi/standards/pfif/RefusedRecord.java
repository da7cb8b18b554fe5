package noroshi.standards.pfif;

/**
 * A record that was not taken from a document whose other records were.
 *
 * @param line where the record begins, from 1
 * @param id the record's id, or empty when it has none
 * @param reason a whole Japanese sentence
 */
public record RefusedRecord(int line, String id, String reason) {}
