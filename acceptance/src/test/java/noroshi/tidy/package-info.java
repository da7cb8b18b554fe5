/**
 * Tidy: the house rules that no compiler checks — sizes, banned words, documents that name files which exist.
 *
 * <p>Reads sources as text and as syntax trees. Whoever breaks a size rule for a good reason lists the reason in
 * {@code tidy-exceptions.txt}.
 */
@NullMarked
package noroshi.tidy;

import org.jspecify.annotations.NullMarked;
