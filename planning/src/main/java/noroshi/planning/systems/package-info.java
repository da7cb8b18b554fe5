/**
 * The portfolio of information systems: what each costs over the years, what could become of it (merge, retire, service, virtual, joint),
 * and the cheapest plan that keeps all limits and reaches the target, with a lower bound, or the proof that nothing does. It
 * puts virtual machines on hosts with {@link noroshi.planning.packing}; it decides nothing about networks or recovery. Depends on
 * input, search, report and packing.
 */
@NullMarked
package noroshi.planning.systems;

import org.jspecify.annotations.NullMarked;
