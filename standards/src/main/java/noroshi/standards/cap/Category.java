package noroshi.standards.cap;

/** What an event belongs to. */
public enum Category {
    GEO,
    MET,
    SAFETY,
    SECURITY,
    RESCUE,
    FIRE,
    HEALTH,
    ENV,
    TRANSPORT,
    INFRA,
    CBRNE,
    OTHER
}
