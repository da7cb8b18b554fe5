package noroshi.desk;

import noroshi.care.PhoneNotes;

/** A telephone note in the list. @param state of its draft, in words */
public record PhoneRow(PhoneNotes.Taken note, String state) {}
