/**
 * Persons: who is safe, who is missed, who was found.
 *
 * <p>Owns persons and the notes about them (PFIF's person and note), families, duplicates, consent and protection, name lists with
 * their approval, unidentified persons, retention with tombstones, and the log of who looked for whom. Whoever is protected is in
 * no page, list, search, export or log line: all reading goes through the view {@code person_shown}. Never publishes a name that
 * nobody consented to or that no approved list holds, never a street, never an author's contact.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "letters", "site"})
package noroshi.persons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
