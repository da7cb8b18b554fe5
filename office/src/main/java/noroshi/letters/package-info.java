/**
 * Letters: fetches what beacons took in, opens it with the office's key, and lets the handler of its form act on it, once.
 *
 * <p>Owns the fetched Letters, their retention, and Replies. A Letter is confirmed to its beacon only after the commit that
 * stored it and acted on it; one that nobody understands is kept and shown, never lost, and holds up no other. Never
 * decides what a Letter means: that is its {@link noroshi.letters.LetterHandler}'s.
 *
 * <p>Replies leave through the outbox (event {@code reply.changed}) as records that the site puts into the snapshot;
 * after {@code site.built} all of a government's are put there again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "site"})
package noroshi.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
