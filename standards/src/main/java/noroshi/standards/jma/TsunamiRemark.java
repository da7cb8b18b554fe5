package noroshi.standards.jma;

/** What an earthquake telegram says of a tsunami in Japan, from the codes of its fixed comments; the gravest last. */
public enum TsunamiRemark {
    /** Nothing is said. */
    UNSAID,
    /** この地震による津波の心配はありません。 */
    NONE,
    /** 若干の海面変動: no damage is expected. */
    SLIGHT,
    /** 今後の情報に注意してください。, 現在調査中です。 */
    CHECKING,
    /** 津波警報等 are in force. */
    WARNED;

    /** The gravest of what the codes of 固定付加文 say. */
    static TsunamiRemark of(Iterable<String> codes) {
        TsunamiRemark gravest = UNSAID;
        for (String code : codes) {
            TsunamiRemark said = of(code);
            gravest = said.compareTo(gravest) > 0 ? said : gravest;
        }
        return gravest;
    }

    private static TsunamiRemark of(String code) {
        return switch (code) {
            case "0203", "0215", "0230" -> NONE;
            case "0212", "0213", "0214" -> SLIGHT;
            case "0217", "0229" -> CHECKING;
            case "0211" -> WARNED;
            default -> UNSAID;
        };
    }
}
