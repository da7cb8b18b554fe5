/**
 * Site: what the public reads. Builds pages from facts, for the affected pages only, publishes them as a Snapshot and pushes it to
 * the first beacons.
 *
 * <p>Owns addresses, templates, slots, feeds and the signing of Snapshots. Never decides what may be public, never writes a fact,
 * and never knows registers: these implement {@link noroshi.site.BannerSource} and {@link noroshi.site.PageSource}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"markup", "platform", "people", "publishing"})
package noroshi.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
