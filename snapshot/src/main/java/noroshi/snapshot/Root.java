package noroshi.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import noroshi.snapshot.Settings.LetterKey;

/**
 * The small signed document a snapshot hangs on.
 *
 * @param version  only grows
 * @param created  when it was published; a clock before it is wrong
 * @param expires  from here on beacons flag what they show as old
 * @param tree     hash of the top node of the records' tree
 * @param slots    hash of the slot table
 * @param forms    hash of the form table
 * @param settings sites, default site, letter keys, mode
 */
public record Root(
        long version, Instant created, Instant expires, Hash tree, Hash slots, Hash forms, Settings settings) {

    /** True once nothing newer came for the root's life: still served, but flagged. */
    public boolean expired(Instant now) {
        return !now.isBefore(expires);
    }

    byte[] sign(SigningKey key) {
        List<String> lines = new ArrayList<>(List.of(
                "noroshi-root 1",
                "version " + version,
                "created " + created,
                "expires " + expires,
                "tree " + tree.hex(),
                "slots " + slots.hex(),
                "forms " + forms.hex(),
                // The place of the encrypted subtree for what is not yet public.
                "sealed -",
                "mode " + settings.mode(),
                "default " + settings.defaultSite()));
        settings.sites()
                .forEach((site, hosts) ->
                        lines.add("site " + site + (hosts.isEmpty() ? "" : " " + String.join(" ", hosts))));
        settings.letterKeys().forEach(letter -> lines.add("letter " + letter.id() + " " + letter.publicHex()));
        return Document.sign(lines, key);
    }

    static Root parse(byte[] bytes, Trust trust) {
        Document document = Document.parse(bytes);
        if (trust.keys().stream().noneMatch(document::signedBy)) {
            throw new SnapshotBroken(
                    "The root is not signed by a key that the trust document of serial " + trust.serial() + " names");
        }
        try {
            return read(new Lines(document.lines()));
        } catch (IllegalArgumentException e) {
            throw new SnapshotBroken("The root says something impossible: " + e.getMessage(), e);
        }
    }

    private static Root read(Lines lines) {
        if (lines.number("noroshi-root") != 1) {
            throw new SnapshotBroken("This program reads roots of format 1 only. Update it.");
        }
        long version = lines.number("version");
        Instant created = lines.instant("created");
        Instant expires = lines.instant("expires");
        Hash tree = lines.hash("tree");
        Hash slots = lines.hash("slots");
        Hash forms = lines.hash("forms");
        if (!lines.take("sealed").equals("-")) {
            throw new SnapshotBroken("This program does not read sealed entries yet. Update it.");
        }
        String mode = lines.take("mode");
        String defaultSite = lines.take("default");
        TreeMap<String, List<String>> sites = new TreeMap<>();
        while (lines.next("site")) {
            List<String> words = List.of(lines.take("site").split(" ", -1));
            sites.put(words.getFirst(), words.subList(1, words.size()));
        }
        List<LetterKey> letterKeys = new ArrayList<>();
        while (lines.next("letter")) {
            String[] words = lines.take("letter").split(" ", -1);
            letterKeys.add(new LetterKey(words[0], words.length == 2 ? words[1] : ""));
        }
        lines.end();
        Duration life = Duration.between(created, expires);
        return new Root(
                version,
                created,
                expires,
                tree,
                slots,
                forms,
                new Settings(sites, defaultSite, letterKeys, mode, life));
    }
}
