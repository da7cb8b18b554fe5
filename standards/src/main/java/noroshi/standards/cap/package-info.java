/**
 * CAP 1.2 (OASIS Common Alerting Protocol): one alert's bytes in, one {@link noroshi.standards.cap.Alert} out, and back.
 *
 * <p>Owns the parsing of untrusted alerts (1.1 is read too, 1.2 is written), their grammar and those rules of the standard's text that its
 * schema cannot say. Alerts inside an envelope (Atom, EDXL-DE) are found. Signatures are neither checked nor kept. Pure functions: no clock,
 * no file, no network. Never decides what an alert causes.
 */
@NullMarked
package noroshi.standards.cap;

import org.jspecify.annotations.NullMarked;
