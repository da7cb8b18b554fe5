package noroshi.beacon;

import java.util.List;
import noroshi.snapshot.Answer.Found;
import noroshi.snapshot.Content;
import noroshi.snapshot.Part;
import noroshi.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Which variant readers get: what they asked for, or a lighter one when the office commands it or this beacon's own load demands
 * it. Such a page says so and links to the one that was asked for. What has no lighter variant is never withheld.
 */
final class Degradation {

    /** Where a page says that it stands in for another; a page without this place stands in for none. */
    static final String NOTICE = "notice";

    private volatile Ladder ladder = Ladder.GROUND;

    /** @param load see {@link Ladder#next} */
    synchronized void measured(double load, long nowMs) {
        var before = ladder;
        ladder = before.next(load, nowMs);
        if (ladder.rung() != before.rung())
            System.getLogger("noroshi.beacon")
                    .log(System.Logger.Level.WARNING, "By its own load this beacon now shows: {0}.", ladder.rung());
    }

    /** The rung of this beacon's own load, without what the office commands. */
    Variant own() {
        return ladder.rung();
    }

    /** The heaviest variant shown now. */
    Variant rung(Snapshot snapshot) {
        var commanded = commanded(snapshot);
        var own = ladder.rung();
        return commanded.isLighterThan(own) ? commanded : own;
    }

    private static Variant commanded(Snapshot snapshot) {
        return Variant.commandedBy(snapshot.root().settings().mode());
    }

    /** The page's place in the lightest variant that the rung allows; the snapshot may have nothing there. */
    static Place lightened(Place place, Variant rung) {
        return place.insists() || !rung.isLighterThan(place.variant()) ? place : place.in(rung);
    }

    static boolean hasNotice(List<Content> contents) {
        return contents.stream()
                .anyMatch(content ->
                        content instanceof Part.Blank blank && blank.name().equals(NOTICE));
    }

    /** What stands in for a page. */
    record StandIn(Found found, Variant variant, byte[] notice) {}

    /** Why, and the way to what was asked for. */
    static byte[] notice(Snapshot snapshot, Place asked, Variant shown) {
        String why = commanded(snapshot).isLighterThan(Variant.FULL) && !shown.isLighterThan(commanded(snapshot))
                ? "多くの方にお読みいただけるよう"
                : "アクセスが集中しているため";
        return "<p class=\"standin\" role=\"status\">%s、%sを表示しています。<a href=\"%s\">%sを見る</a></p>\n"
                .formatted(why, shown.japanese, Blanks.escaped(asked.insisting()), asked.variant().japanese)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Null: the page itself is shown. */
    static @Nullable StandIn standIn(Snapshot snapshot, Place place, Variant rung, java.time.Instant now) {
        for (var variant = rung;
                variant.isLighterThan(place.variant()) && !place.insists();
                variant = variant.heavier())
            if (PageHandler.resolve(snapshot, place.in(variant), now) instanceof Found found
                    && hasNotice(found.body())
                    && PageMaker.areIntact(found.body()))
                return new StandIn(found, variant, notice(snapshot, place, variant));
        return null;
    }
}
