package noroshi.standards.jma;

/** How grave a warning is, whatever the hazard and the scheme of names; the gravest last. */
public enum Severity {
    /** Nothing is announced: 解除, なし. */
    NONE,
    /** Information or a forecast without danger: 津波予報（若干の海面変動）, 噴火予報. */
    INFORMATION,
    /** 注意報. */
    ADVISORY,
    /** 警報. */
    WARNING,
    /** 危険警報 (2026), 土砂災害警戒情報, 氾濫危険情報: level 4, above an ordinary warning. */
    DANGER,
    /** 特別警報 and what counts as one: 大津波警報, 噴火警報（居住地域）, 氾濫発生情報. */
    EMERGENCY
}
