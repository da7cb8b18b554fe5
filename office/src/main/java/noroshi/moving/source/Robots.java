package noroshi.moving.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A site's wishes to crawlers (RFC 9309): the longest rule that fits a path decides; of equal ones the one that allows. */
public final class Robots {

    private static final String NAME = "noroshi";
    private static final int CHARACTERS_MAX = 500_000;
    private static final Duration DELAY_MAX = Duration.ofSeconds(30);

    private record Rule(boolean allow, String path) {}

    private final List<Rule> rules;
    private final Duration delay;

    private Robots(List<Rule> rules, Duration delay) {
        this.rules = rules;
        this.delay = delay;
    }

    public static Robots none() {
        return new Robots(List.of(), Duration.ZERO);
    }

    public static Robots read(String text) {
        var own = new ArrayList<Rule>();
        var all = new ArrayList<Rule>();
        var ownDelay = Duration.ZERO;
        var allDelay = Duration.ZERO;
        boolean named = false;
        boolean meansUs = false;
        boolean meansAll = false;
        boolean inAgents = false;
        for (var line : text.substring(0, Math.min(text.length(), CHARACTERS_MAX))
                .lines()
                .toList()) {
            var words = line.replaceFirst("#.*", "").strip();
            int colon = words.indexOf(':');
            if (colon < 0) continue;
            var field = words.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            var value = words.substring(colon + 1).strip();
            if (field.equals("user-agent")) {
                if (!inAgents) meansUs = meansAll = false;
                inAgents = true;
                meansUs |= value.toLowerCase(Locale.ROOT).startsWith(NAME);
                meansAll |= value.equals("*");
                named |= meansUs;
                continue;
            }
            inAgents = false;
            if (field.equals("crawl-delay")) {
                if (meansUs) ownDelay = delay(value);
                if (meansAll) allDelay = delay(value);
            }
            if (!field.equals("allow") && !field.equals("disallow") || value.isEmpty()) continue;
            var rule = new Rule(field.equals("allow"), value);
            if (meansUs) own.add(rule);
            if (meansAll) all.add(rule);
        }
        return named ? new Robots(own, ownDelay) : new Robots(all, allDelay);
    }

    private static Duration delay(String value) {
        if (!value.matches("\\d{1,4}(\\.\\d{1,3})?")) return Duration.ZERO;
        var delay = Duration.ofMillis((long) (Double.parseDouble(value) * 1000));
        return delay.compareTo(DELAY_MAX) > 0 ? DELAY_MAX : delay;
    }

    public boolean allow(String path) {
        boolean allowed = true;
        int longest = -1;
        for (var rule : rules) {
            if (!fits(rule.path(), path)) continue;
            int length = rule.path().length();
            if (length > longest || length == longest && rule.allow()) {
                longest = length;
                allowed = rule.allow();
            }
        }
        return allowed;
    }

    /** Each piece between stars at its first place behind the one before: a rule of many stars costs no more than one of few. */
    private static boolean fits(String rule, String path) {
        boolean whole = rule.endsWith("$");
        var pieces = (whole ? rule.substring(0, rule.length() - 1) : rule).split("\\*", -1);
        if (!path.startsWith(pieces[0])) return false;
        int at = pieces[0].length();
        for (int i = 1; i < pieces.length; i++) {
            if (whole && i == pieces.length - 1) return path.indexOf(pieces[i], at) >= 0 && path.endsWith(pieces[i]);
            int found = path.indexOf(pieces[i], at);
            if (found < 0) return false;
            at = found + pieces[i].length();
        }
        return !whole || at == path.length();
    }

    public Duration delay() {
        return delay;
    }
}
