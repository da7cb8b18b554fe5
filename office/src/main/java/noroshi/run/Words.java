package noroshi.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command line taken apart: options with a value, flags, and the words that remain. */
record Words(List<String> plain, Map<String, String> options, Set<String> flags) {

    static Words parse(List<String> arguments, Set<String> withValue, Set<String> knownFlags, String usage) {
        var plain = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var flags = new java.util.HashSet<String>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            if (knownFlags.contains(word)) flags.add(word);
            else if (withValue.contains(word)) {
                if (!rest.hasNext()) throw new Refusal("%s needs a value.%n%s", word, usage);
                options.put(word, rest.next());
            } else if (word.startsWith("-")) throw new Refusal("Unknown option %s.%n%s", word, usage);
            else plain.add(word);
        }
        return new Words(List.copyOf(plain), Map.copyOf(options), Set.copyOf(flags));
    }

    @Nullable
    String option(String name) {
        return options.get(name);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
