/**
 * L-Alert: documents of evacuation information, headquarters and shelters, made at each change of state and kept for officers to fetch.
 *
 * <p>Hears what the registers announce; decides nothing and changes no fact. The documents are unverified (see {@code
 * noroshi.standards.lalert}), so nothing here ever sends one, and none is public. A drill's document says so in its status and its texts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "emergency", "shelters"})
package noroshi.lalert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
