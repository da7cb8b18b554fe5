package noroshi.standards.pfif;

import java.util.regex.Pattern;

/** Record ids: a domain that answers for it, a slash, and a local part. */
final class Ids {
    static final int ID_CHARACTERS_MAX = 200;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]+/[^\\s/][^\\s]*");

    private Ids() {}

    static void check(String field, String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException(field + "（記録の番号）がありません");
        }
        if (id.length() > ID_CHARACTERS_MAX || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("%s「%s」が「ドメイン/番号」の形ではありません".formatted(field, Fields.shortened(id)));
        }
    }
}
