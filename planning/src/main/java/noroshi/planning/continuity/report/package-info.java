/** Tells what was computed: a report in Japanese, one JSON object, a Gantt chart. Owns words and shapes, computes nothing. */
@NullMarked
package noroshi.planning.continuity.report;

import org.jspecify.annotations.NullMarked;
