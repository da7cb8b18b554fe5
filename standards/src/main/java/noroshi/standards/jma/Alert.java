package noroshi.standards.jma;

/**
 * One thing that a telegram announces for one area, alike for every kind of telegram: what rules are written against. The body tells the rest.
 *
 * @param kind e.g. 7 震度７, 53 大津波警報：発表, 49 レベル４土砂災害危険警報, 15 レベル５（避難）
 * @param level 警戒レベル（相当） or 噴火警戒レベル; 0 if the kind bears none
 * @param inForce false if the telegram lifts it or says that there is none
 */
public record Alert(Area area, Kind kind, Severity severity, int level, boolean inForce) {}
