/**
 * Pages: the pure builder. Facts and an instant in, parts of pages out; the same facts always give the same bytes.
 *
 * <p>Knows what readers see: addresses, words, markup, feeds, the futures of a page. Never asks the database, the clock or the
 * network; never decides whether something may be public.
 */
@NullMarked
package noroshi.site.page;

import org.jspecify.annotations.NullMarked;
