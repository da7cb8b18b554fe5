/** All that is found out about a network, as a report in Japanese, as JSON, and as maps. Computes nothing by itself. */
@NullMarked
package noroshi.planning.network.report;

import org.jspecify.annotations.NullMarked;
