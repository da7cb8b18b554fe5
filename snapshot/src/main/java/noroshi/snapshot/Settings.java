package noroshi.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the root says about the whole snapshot.
 *
 * @param sites       government code → host names that show this site
 * @param defaultSite shown for hosts that no site names
 * @param letterKeys  X25519 keys Letters are sealed to; the first is for new ones
 * @param mode        one lower-case word for everyone: "normal", "emergency", "text" …
 * @param life        after this time without a new root, beacons flag what they show as old
 */
public record Settings(
        Map<String, List<String>> sites, String defaultSite, List<LetterKey> letterKeys, String mode, Duration life) {
    public static final int SITES_MAX = 2000;

    /** {@code publicHex}: the 32 bytes of RFC 7748 in hexadecimal. */
    public record LetterKey(String id, String publicHex) {
        public LetterKey {
            require(
                    id.matches("[A-Za-z0-9._-]{1,64}"),
                    "A letter key's id is 1 to 64 of A-Z a-z 0-9 . _ -, not '" + id + "'");
            require(
                    publicHex.matches("[0-9a-f]{64}"),
                    "A letter key is 64 lower-case hexadecimal digits, not '" + publicHex + "'");
        }
    }

    public Settings {
        var sorted = new TreeMap<String, List<String>>();
        sites.forEach((site, hosts) -> sorted.put(site, List.copyOf(hosts)));
        sites = java.util.Collections.unmodifiableMap(sorted);
        letterKeys = List.copyOf(letterKeys);
        require(sites.size() <= SITES_MAX, "At most " + SITES_MAX + " sites, not " + sites.size());
        for (var site : sites.entrySet()) {
            require(
                    site.getKey().matches("[0-9]{6}"),
                    "A site is a 6-digit government code, not '" + site.getKey() + "'");
            for (String host : site.getValue()) {
                require(host.matches("[a-z0-9.:\\[\\]-]{1,255}"), "A host is lower-case ASCII, not '" + host + "'");
            }
        }
        require(sites.containsKey(defaultSite), "The default site '" + defaultSite + "' is not among the sites");
        require(mode.matches("[a-z][a-z0-9-]{0,31}"), "A mode is one lower-case word, not '" + mode + "'");
        require(life.toMillis() > 0, "A root's life is positive, not " + life);
    }

    public Settings withMode(String other) {
        return new Settings(sites, defaultSite, letterKeys, other, life);
    }

    public Settings withLetterKeys(List<LetterKey> others) {
        return new Settings(sites, defaultSite, others, mode, life);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
