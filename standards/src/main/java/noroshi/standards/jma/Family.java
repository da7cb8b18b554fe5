package noroshi.standards.jma;

/** Kinds of telegrams whose events follow each other. */
public enum Family {
    /** VXSE51/52/53/61. */
    EARTHQUAKE,
    /** VXSE43/44/45. */
    EARLY_WARNING,
    /** VTSE40–52. */
    TSUNAMI,
    /** VPWW50–61. */
    WEATHER,
    /** VXWW50. */
    LANDSLIDE,
    /** VPOA50. */
    HEAVY_RAIN,
    /** VPHW50/51. */
    TORNADO,
    /** VXKOii. */
    RIVER,
    /** VFVO50/51, 53–55: a volcano's alert, activity and ash. */
    VOLCANO,
    /** VFVO52/56: one eruption. */
    ERUPTION,
    /** Everything that we do not interpret. */
    OTHER
}
