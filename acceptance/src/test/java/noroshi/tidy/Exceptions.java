package noroshi.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code tidy-exceptions.txt}: one a line, {@code RULE WHAT REASON…}; an exception nobody needs any more is an error. */
final class Exceptions {

    private final Map<String, String> reasons = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Exceptions() {
        try (var in = Exceptions.class.getResourceAsStream("/tidy-exceptions.txt")) {
            if (in == null) throw new IllegalStateException("tidy-exceptions.txt is missing");
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+", 3))
                    .forEach(words -> {
                        if (words.length != 3) throw new IllegalStateException("No reason given: " + words[1]);
                        reasons.put(words[0] + " " + words[1], words[2]);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean allow(String rule, String what) {
        var key = rule + " " + what;
        if (reasons.containsKey(key)) used.add(key);
        return reasons.containsKey(key);
    }

    List<String> unused(String rule) {
        return reasons.keySet().stream()
                .filter(key -> key.startsWith(rule + " ") && !used.contains(key))
                .sorted()
                .toList();
    }
}
