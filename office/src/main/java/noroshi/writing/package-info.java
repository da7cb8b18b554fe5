/**
 * Writing: what helps officers write before anything is an edition: what was typed and not yet saved, phrases used again (定型文), and
 * prepared pages with blanks for disasters (災害用ひな形).
 *
 * <p>Never changes an article: text leaves here only by being saved or published through {@code publishing}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people"})
package noroshi.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
