package noroshi.people;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How residents reach a department; everything may be empty.
 *
 * @param hours in words; @param map https address of a map
 */
public record Contact(String phone, String email, String address, String fax, String hours, String map) {

    public static final Contact NONE = new Contact("", "", "", "", "", "");
    public static final int NAME_CHARACTERS_MAX = 60;
    public static final int ADDRESS_CHARACTERS_MAX = 200;
    public static final int HOURS_CHARACTERS_MAX = 200;
    public static final int MAP_CHARACTERS_MAX = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9()+ -]{0,30}");
    private static final Pattern EMAIL = Pattern.compile("([^@\\s<>\"]+@[^@\\s<>\"]+)?");
    private static final Pattern MAP = Pattern.compile("(https://[^\\s<>\"]+)?");

    public Contact {
        phone = phone.strip();
        email = email.strip();
        address = address.strip();
        fax = fax.strip();
        hours = hours.strip();
        map = map.strip();
    }

    /** @param message Japanese: what is wrong, and how it should be */
    public record Trouble(String field, String message) {}

    /** What is wrong with it as the contact of a department so named; empty: nothing. */
    public Optional<Trouble> problem(String name) {
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX || hasControl(name))
            return trouble("name", "課室の名前は1〜%d字で入力してください。".formatted(NAME_CHARACTERS_MAX));
        if (!NUMBER.matcher(phone).matches()) return trouble("phone", "電話番号は、半角の数字と「-」で入力してください（例：022-211-2111）。");
        if (!NUMBER.matcher(fax).matches()) return trouble("fax", "ファックス番号は、半角の数字と「-」で入力してください（例：022-211-2112）。");
        if (!EMAIL.matcher(email).matches() || email.length() > 254)
            return trouble("email", "メールアドレスの形が正しくありません。name@example.jp の形で入力するか、空にしてください。");
        if (address.length() > ADDRESS_CHARACTERS_MAX || hasControl(address))
            return trouble("address", "所在地は%d字以内にしてください。".formatted(ADDRESS_CHARACTERS_MAX));
        if (hours.length() > HOURS_CHARACTERS_MAX || hasControl(hours))
            return trouble("hours", "受付時間は%d字以内の1行にしてください。".formatted(HOURS_CHARACTERS_MAX));
        if (!MAP.matcher(map).matches() || map.length() > MAP_CHARACTERS_MAX)
            return trouble("map", "地図のアドレスは https:// で始まるものを%d字以内で入力するか、空にしてください。".formatted(MAP_CHARACTERS_MAX));
        return Optional.empty();
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static Optional<Trouble> trouble(String field, String message) {
        return Optional.of(new Trouble(field, message));
    }
}
