/**
 * Exports of everything, so that nobody is locked in: articles with all their editions in Markdown, files, and the tables around them.
 *
 * <p>A job writes one ZIP per request in the background, entry by entry; it is kept some days and asked for by administrators only. Reads
 * the tables of the other features as they stand, never a secret, and changes none of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "publishing", "moving"})
package noroshi.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
