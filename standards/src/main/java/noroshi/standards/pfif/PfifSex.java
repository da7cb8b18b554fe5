package noroshi.standards.pfif;

/** PFIF's three values; not said is null. */
public enum PfifSex {
    FEMALE,
    MALE,
    OTHER
}
