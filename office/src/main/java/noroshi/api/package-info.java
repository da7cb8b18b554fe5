/**
 * Api: what an officer can do, a system can do: REST under {@code /api/v1}, described by OpenAPI, with tokens.
 *
 * <p>Reads a request into a command, runs the use case of the feature, and answers its outcome; errors are RFC 9457. Owns the
 * security of {@code /api/**}, the answers kept for repeated calls, and {@code /health}. Decides nothing itself.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "people", "publishing", "shelters", "persons", "damage", "emergency"})
package noroshi.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
