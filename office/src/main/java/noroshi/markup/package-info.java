/**
 * Markup: what officers may write beyond CommonMark and tables, how it is read, and how it is shown.
 *
 * <p>Footnotes {@code [^1]}, boxes {@code :::注意 … :::}, an image alone in its paragraph with a caption {@code ![alt](/media/… "caption")},
 * and {@code [[問い合わせ先]]}, the contact data of a department as they are when a page is built. Knows neither articles nor pages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package noroshi.markup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
