package noroshi.desk;

/** A passkey in its list. */
public record PasskeyRow(String id, String label, String created, String used) {}
