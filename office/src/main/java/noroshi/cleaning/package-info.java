/**
 * Cleaning: what comes from Word, Excel, PDF, a web page or a .docx becomes Markdown that we would have written ourselves.
 *
 * <p>Pure functions from text or bytes to Markdown with notes at their line. Keeps the words and their order, the headings, lists,
 * tables, links and images; throws away looks, scripts and everything that hides. Never reads the network, a database or the time.
 * The way in: {@link noroshi.cleaning.Cleaning}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package noroshi.cleaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
