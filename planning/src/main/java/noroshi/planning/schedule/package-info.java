/**
 * Resource-constrained project scheduling (RCPSP): activities with durations, predecessors and resource needs; resources whose amount may
 * change over time. Owns the search, the file format of PSPLIB and a checker that shares no code with the search. Knows nothing of
 * disasters: what an activity means is its caller's affair.
 */
@NullMarked
package noroshi.planning.schedule;

import org.jspecify.annotations.NullMarked;
