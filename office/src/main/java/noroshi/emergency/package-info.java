/**
 * Emergency: JMA telegrams in, emergencies and event pages out.
 *
 * <p>Owns telegrams, the rules that map them to emergencies, and the emergencies' state. The state of an event is a pure function of
 * the set of its telegrams, so late, repeated and disordered telegrams end in the same state. Publishes through {@code publishing},
 * tells {@code site} which banners stand, and lets {@code channels} alert. Never renders HTML, never sends.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "publishing", "site", "channels"})
package noroshi.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
