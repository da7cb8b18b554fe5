/** HTML as assistive technology meets it: what is hidden, which role and name an element has, which colours; and the rules over that. */
@NullMarked
package noroshi.checks.page;

import org.jspecify.annotations.NullMarked;
