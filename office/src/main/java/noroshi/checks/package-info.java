/**
 * Checks while writing: what in a page or a draft shuts readers out, where it stands, why, and a repair where one exists.
 *
 * <p>Owns the rules (JIS X 8341-3:2016 = WCAG 2.0, WCAG 2.2, and the rules for writing Japanese) and their findings. Pure: text in,
 * findings out; it knows no database, no screen and no network, and never changes what it reads. Reading HTML stands in {@code page},
 * reading Markdown and Japanese in {@code text}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"markup"})
package noroshi.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
