/**
 * Run: the supervisor behind {@code ./noroshi demo} and {@code ./noroshi up}.
 *
 * <p>Owns processes: it starts PostgreSQL, a beacon and the office, watches them, starts them again when they die and stops
 * them cleanly. In the demonstration it also keeps the mails that the office sends, to be read in a browser. Plain Java in a
 * small JVM: no Spring, and it knows no other feature. Never decides anything about articles.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package noroshi.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
