/**
 * Bench: measures what was promised, on what was built, from outside.
 *
 * <p>Each benchmark starts a demonstration of its own, puts load on it, and prints a table of what a resident would have
 * waited. Never part of a test run: figures depend on the computer.
 */
@NullMarked
package noroshi.bench;

import org.jspecify.annotations.NullMarked;
