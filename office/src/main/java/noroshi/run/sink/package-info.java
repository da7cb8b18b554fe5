/**
 * The mail sink of the demonstration: takes every mail the office sends, delivers none, and shows them in a browser.
 *
 * <p>Owns the port of {@code --smtp-port}: SMTP and HTTP on the same one, because SMTP clients wait for a greeting and
 * browsers speak first. Keeps the mails in bounded append-only files, so they survive a restart. Never part of a real
 * installation.
 */
@NullMarked
package noroshi.run.sink;

import org.jspecify.annotations.NullMarked;
