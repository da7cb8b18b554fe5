/**
 * Pages out: the Snapshot, a signed and content-addressed set of pages that any beacon can serve, check and relay.
 * Owns the formats (docs/snapshot.md), the store on disk, the writer, the reader and the transfer between machines.
 * Never knows articles, shelters or HTML: it carries bytes, names, instants and signatures.
 * Depends on the JDK only.
 */
@NullMarked
package noroshi.snapshot;

import org.jspecify.annotations.NullMarked;
