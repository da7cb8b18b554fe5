package noroshi.persons;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import noroshi.names.PersonName;

/**
 * What is told of a person. Texts that nobody told are empty.
 *
 * @param otherNames one a line
 * @param born 1970, 1970-01 or 1970-01-31
 * @param age 40 or 35-45
 * @param town 大字・町, the finest that is ever published
 * @param street never published
 */
public record PersonFacts(
        String family,
        String given,
        String familyKana,
        String givenKana,
        String otherNames,
        Sex sex,
        String born,
        String age,
        String prefecture,
        String city,
        String town,
        String street,
        String description) {

    static final int NAME_CHARACTERS_MAX = 60;
    static final int PLACE_CHARACTERS_MAX = 100;
    static final int DESCRIPTION_CHARACTERS_MAX = 4_000;

    private static final Pattern BORN = Pattern.compile("|\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    private static final Pattern AGE = Pattern.compile("|\\d{1,3}(-\\d{1,3})?");

    /** @throws IllegalArgumentException with a Japanese sentence that says what is wrong */
    public PersonFacts {
        family = name("氏", family);
        given = name("名", given);
        familyKana = name("氏のよみ", familyKana);
        givenKana = name("名のよみ", givenKana);
        prefecture = place("都道府県", prefecture);
        city = place("市区町村", city);
        town = place("大字・町", town);
        street = place("番地", street);
        otherNames = text("別名", Words.lines(otherNames), 400);
        description = text("説明", Words.lines(description), DESCRIPTION_CHARACTERS_MAX);
        born = born.strip();
        age = age.strip();
        if (family.isEmpty() && given.isEmpty()) throw new IllegalArgumentException("氏名がありません");
        // Read where a row is refused alone: later it would take the whole file with it.
        otherNames.lines().filter(line -> !line.isBlank()).forEach(line -> PersonName.of(line, ""));
        if (!BORN.matcher(born).matches())
            throw new IllegalArgumentException("生年月日「%s」は 1970-01-31 のように書いてください".formatted(Words.cut(born, 20)));
        if (!AGE.matcher(age).matches())
            throw new IllegalArgumentException("年齢「%s」は 40 か 35-45 のように書いてください".formatted(Words.cut(age, 20)));
    }

    private static String name(String what, String text) {
        return text(what, Words.line(text), NAME_CHARACTERS_MAX);
    }

    private static String place(String what, String text) {
        return text(what, Words.line(text), PLACE_CHARACTERS_MAX);
    }

    private static String text(String what, String text, int charactersMax) {
        if (text.length() > charactersMax)
            throw new IllegalArgumentException("%sは%d字までです".formatted(what, charactersMax));
        return text;
    }

    /** The name first, then each other name. */
    public List<PersonName> names() {
        var all = new ArrayList<PersonName>();
        all.add(new PersonName(family, given, familyKana, givenKana));
        otherNames.lines().filter(line -> !line.isBlank()).forEach(line -> all.add(PersonName.of(line, "")));
        return all;
    }

    public String written() {
        return (family + " " + given).strip();
    }

    public String kana() {
        return (familyKana + " " + givenKana).strip();
    }

    /** As finely as it may be published. */
    public String home() {
        return prefecture + city + town;
    }

    String bornYear() {
        return born.length() >= 4 ? born.substring(0, 4) : "";
    }
}
