/**
 * The network as a planning file describes it: buildings with power, nodes, links with what they hang on, demands, hazards and
 * scenarios. Reads JSON, GML and GraphML, lists every fault of a file, and computes nothing from one that has any. What fails, flows and
 * pays is found in the packages below; here is only what is there.
 */
@NullMarked
package noroshi.planning.network;

import org.jspecify.annotations.NullMarked;
