/**
 * Things put into places: demands for several resources, capacities, copies that must not share a fate, the price of moving. One engine
 * for virtual machines on hosts (the portfolio of systems) and for processes on machines (the ROADEF 2012 challenge). It owns
 * the model, the search and an independent checker; it knows nothing of governments, years or yen. Depends on
 * {@link noroshi.planning.search} only.
 */
@NullMarked
package noroshi.planning.packing;

import org.jspecify.annotations.NullMarked;
