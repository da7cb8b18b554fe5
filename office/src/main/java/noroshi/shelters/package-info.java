/**
 * Shelters and other places the public must find: what they are (master data from lists), and how shelters stand (an append-only log of reports).
 *
 * <p>A place is known by its own numbers, never by its name. A correction of a place announces {@code shelter.changed} for its pages only; a
 * report that opens or closes a shelter announces {@code shelter.state-changed} as well, once. Never sends a message to anyone itself.
 *
 * <p>For screens: {@link noroshi.shelters.Shelters} and the use cases {@code ReportShelter}, {@code DecideDispute}, {@code ChangeShelter},
 * {@code ImportPlaces}, {@code UndoImport}, {@code IssuePass}, {@code RevokeDevice}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "site", "letters", "calls"})
package noroshi.shelters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
