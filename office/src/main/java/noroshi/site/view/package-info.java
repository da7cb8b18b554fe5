/**
 * What templates are given: small records of words and addresses, ready to be written.
 *
 * <p>Templates decide nothing and ask nobody; whatever depends on time or on other pages was decided by noroshi.site.page.
 */
@NullMarked
package noroshi.site.view;

import org.jspecify.annotations.NullMarked;
