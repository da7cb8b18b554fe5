package noroshi.site;

import java.time.Instant;

/**
 * Something urgent for one government's site: shown on every page, and as a block on its first page.
 *
 * @param level 警戒レベル 1 to 5; decides colour and order
 * @param word what stands in the coloured field, at most 20 characters, e.g. 大津波警報 or 警戒レベル4
 * @param title one line; @param text one or two sentences, or empty
 * @param site and path of the page that says more, e.g. {@code 040002} and {@code /emergency/12}; a town may show the prefecture's
 * @param mark "", drill, test or replay
 * @param from and until: it appears and disappears by the clock at the beacons, also with the office gone
 */
public record Banner(
        int level,
        String word,
        String title,
        String text,
        String site,
        String path,
        String mark,
        Instant issuedAt,
        Instant from,
        Instant until) {}
