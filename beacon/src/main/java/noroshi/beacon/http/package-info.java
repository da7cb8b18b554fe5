/**
 * HTTP/1.1 for the public line: an event loop of our own, strict about what it reads and bounded in all it keeps.
 *
 * <p>Owns sockets, the parsing of requests (RFC 9112), the limits that protect the beacon and the writing of prepared
 * answers. Knows nothing of pages, snapshots or letters: a {@link noroshi.beacon.http.Handler} decides what is said.
 * Never blocks in a loop's thread, and never lets a client's bytes make it allocate without bound.
 */
@NullMarked
package noroshi.beacon.http;

import org.jspecify.annotations.NullMarked;
