package noroshi.names;

import java.util.List;

/**
 * One name of a person as written, and how it is read. A part that is not known is empty; a name whose parts nobody
 * separated stands in {@code family} alone.
 *
 * @param family as written, in characters, kana or letters
 * @param familyKana its reading; empty when nobody said it
 */
public record PersonName(String family, String given, String familyKana, String givenKana) {
    public static final int PART_CHARACTERS_MAX = 100;

    public PersonName {
        for (String part : List.of(family, given, familyKana, givenKana)) {
            if (part.length() > PART_CHARACTERS_MAX) {
                throw new IllegalArgumentException("氏名の一部が%d文字を超えています".formatted(PART_CHARACTERS_MAX));
            }
        }
        if (family.isBlank() && given.isBlank()) {
            throw new IllegalArgumentException("氏名がありません");
        }
    }

    /** Separated at the first space, if there is one. */
    public static PersonName of(String written, String kana) {
        String[] name = halves(written);
        String[] read = halves(kana);
        return new PersonName(name[0], name[1], read[0], read[1]);
    }

    private static String[] halves(String text) {
        String plain = text.strip().replaceAll("[\\s\\u3000]+", " ");
        int space = plain.indexOf(' ');
        return space < 0
                ? new String[] {plain, ""}
                : new String[] {plain.substring(0, space), plain.substring(space + 1)};
    }

    public String written() {
        return (family + " " + given).strip();
    }

    public String kana() {
        return (familyKana + " " + givenKana).strip();
    }
}
