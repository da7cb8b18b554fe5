/**
 * People: governments, areas, topics, departments, officers and their tokens; who may act where.
 *
 * <p>Never publishes anything, never renders a public page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package noroshi.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
