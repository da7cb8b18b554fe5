/**
 * Open data of places as Japanese municipalities really publish it: shelters and facilities in CSV (UTF-8 with or without a mark, CP932), .xlsx and
 * GeoJSON; the old 推奨データセット, the 自治体標準オープンデータセット and the GSI's lists. Reads them into {@link noroshi.standards.opendata.Place}s,
 * naming every row that it leaves out; writes the standard layout, GeoJSON and SIP4D-ZIP.
 *
 * <p>Pure: bytes in, records out. Repairs only what has one meaning (coordinates the wrong way round), and says so. Never guesses an address.
 */
@NullMarked
package noroshi.standards.opendata;

import org.jspecify.annotations.NullMarked;
