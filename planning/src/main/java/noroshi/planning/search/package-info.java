/** What every long computation shares: how long it may take, whom it tells how far it is, and that anybody may end it early. */
@NullMarked
package noroshi.planning.search;

import org.jspecify.annotations.NullMarked;
