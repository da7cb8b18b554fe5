package noroshi.names;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a search tells of a person who may be found: the payload of the public index, as the office writes it and a beacon shows it.
 * Lines of UTF-8 in the order of the fields; a field that is not told is empty.
 *
 * @param home as finely as it may be published (大字・町)
 * @param status a whole Japanese phrase
 * @param place where the person was last said to be
 * @param said when that was told, as it is to be shown
 * @param source who told it
 */
public record SafetyCard(String home, String age, String sex, String status, String place, String said, String source) {
    private static final int FIELDS = 7;

    public byte[] bytes() {
        List<String> lines = List.of(home, age, sex, status, place, said, source).stream()
                .map(text -> text.replace('\n', ' '))
                .toList();
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads {@link #bytes}; what is missing at the end is empty. */
    public static SafetyCard of(byte[] bytes) {
        String[] lines = Arrays.copyOf(new String(bytes, StandardCharsets.UTF_8).split("\n", -1), FIELDS);
        for (int i = 0; i < FIELDS; i++) {
            lines[i] = lines[i] == null ? "" : lines[i];
        }
        return new SafetyCard(lines[0], lines[1], lines[2], lines[3], lines[4], lines[5], lines[6]);
    }
}
