/**
 * {@code ./noroshi plan}: reads a file, computes, prints a report (or JSON) and draws pictures. Depends on all other packages of the
 * module; none depends on it.
 */
@NullMarked
package noroshi.planning.command;

import org.jspecify.annotations.NullMarked;
