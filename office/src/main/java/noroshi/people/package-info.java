/**
 * People: governments, areas, topics, departments, officers and their tokens; who may sign in and act where.
 *
 * <p>Owns the reference data that everything else names, passwords and their lock-out, and API tokens (kept as hashes).
 * Others read through {@code Directory} and {@code Officers}; {@code SignIn} and {@code Tokens} answer who someone is;
 * administrators act through {@code ChangeOfficers}, everyone on themselves through {@code Passwords}.
 * Never publishes anything, never renders a public page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package noroshi.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
