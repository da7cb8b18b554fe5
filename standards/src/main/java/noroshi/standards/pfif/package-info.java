/**
 * PFIF, the People Finder Interchange Format: one XML document's bytes in, persons and notes out, and back.
 *
 * <p>Reads versions 1.1 to 1.4, writes 1.4. Owns the parsing of untrusted XML and the meaning of the fields; a record that
 * is not wholly understood is refused with its line and reason, never guessed. Pure functions: no clock, no file, no
 * network. Never decides whom an office believes or what it publishes.
 */
@NullMarked
package noroshi.standards.pfif;

import org.jspecify.annotations.NullMarked;
