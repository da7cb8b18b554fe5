/**
 * A planning file as people write it: read once, every fault collected with its place, and nothing computed from a file that
 * has one.
 */
@NullMarked
package noroshi.planning.input;

import org.jspecify.annotations.NullMarked;
