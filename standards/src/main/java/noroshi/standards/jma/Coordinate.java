package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/**
 * A place on or under the earth.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 * @param heightMetres above the sea, so a hypocentre's depth is negative; 0 is ごく浅い; null if unknown
 * @param text for readers, e.g. 北緯３８．０度　東経１４２．９度　深さ　１０ｋｍ
 */
public record Coordinate(
        double latitude, double longitude, @Nullable Integer heightMetres, String text) {}
