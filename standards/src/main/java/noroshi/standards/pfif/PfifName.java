package noroshi.standards.pfif;

/**
 * A person's names.
 *
 * @param full one name a line: as the person writes it
 * @param alternates readings, maiden names, nicknames, one a line
 */
public record PfifName(String full, String given, String family, String alternates) {
    static final PfifName NONE = new PfifName("", "", "", "");

    boolean isBlank() {
        return full.isBlank() && given.isBlank() && family.isBlank();
    }

    /** Before 1.3 there was no full name: family first for names written in Chinese characters or kana, else given first. */
    PfifName withFull() {
        if (!full.isBlank() || isBlank()) {
            return this;
        }
        boolean eastern = (family + given).codePoints().anyMatch(c -> c >= 0x3040);
        String joined = eastern ? family + " " + given : given + " " + family;
        return new PfifName(joined.strip(), given, family, alternates);
    }
}
