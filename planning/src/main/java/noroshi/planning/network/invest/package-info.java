/** Which link to build next: what each candidate saves in a year for its yen, which ones within a budget, and what leaves no bridge. */
@NullMarked
package noroshi.planning.network.invest;

import org.jspecify.annotations.NullMarked;
