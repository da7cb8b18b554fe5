/** Pictures and tables of plans, without a library: SVG 2 that any browser shows, text that any terminal shows. */
@NullMarked
package noroshi.planning.report;

import org.jspecify.annotations.NullMarked;
