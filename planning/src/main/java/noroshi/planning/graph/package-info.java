/**
 * Graphs of numbered nodes and links, with parallel links and loops: what hangs on one link, what two failures cut, how much flows,
 * how likely the ends stay joined. Knows nothing of buildings, of yen or of files; whoever calls keeps the names. Every algorithm is
 * checked against a naive search.
 */
@NullMarked
package noroshi.planning.graph;

import org.jspecify.annotations.NullMarked;
