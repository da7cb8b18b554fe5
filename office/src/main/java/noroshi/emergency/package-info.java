/**
 * Emergency: what threatens where, and what people are to do: from telegrams, or declared and ordered by officers.
 *
 * <p>Owns telegrams and the rules that map them to emergencies, declared emergencies, evacuation orders with their second person, headquarters,
 * and all of these as CAP, tables and feeds. The state of a telegram's event is a pure function of the set of its telegrams; what stands of
 * evacuation, of the decided orders. Publishes through {@code publishing}, tells {@code site} which banners stand, lets {@code channels} alert,
 * on a change of state only. Never renders HTML, never sends.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "publishing", "site", "channels"})
package noroshi.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
