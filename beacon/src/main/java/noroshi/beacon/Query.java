package noroshi.beacon;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values as application/x-www-form-urlencoded writes them, in a body or behind a question mark. */
final class Query {

    static final int PAIRS_MAX = 1000;

    private Query() {}

    /** An IllegalArgumentException tells of a broken percent sign or too many pairs. */
    static Map<String, List<String>> parse(String text) {
        var pairs = new LinkedHashMap<String, List<String>>();
        if (text.isEmpty()) return pairs;
        String[] all = text.split("&", PAIRS_MAX + 1);
        if (all.length > PAIRS_MAX) throw new IllegalArgumentException("More than %d fields.".formatted(PAIRS_MAX));
        for (String pair : all) {
            if (pair.isEmpty()) continue;
            int sign = pair.indexOf('=');
            String name = sign < 0 ? pair : pair.substring(0, sign);
            String value = sign < 0 ? "" : pair.substring(sign + 1);
            pairs.computeIfAbsent(decoded(name), unused -> new ArrayList<>()).add(decoded(value));
        }
        return pairs;
    }

    static Map<String, List<String>> behind(String target) {
        int mark = target.indexOf('?');
        return parse(mark < 0 ? "" : target.substring(mark + 1));
    }

    static long number(Map<String, List<String>> query, String name, long otherwise) {
        var values = query.getOrDefault(name, List.of());
        if (values.isEmpty()) return otherwise;
        String value = values.getFirst();
        if (!value.matches("[0-9]{1,18}"))
            throw new IllegalArgumentException("%s is a number, not '%s'.".formatted(name, value));
        return Long.parseLong(value);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
