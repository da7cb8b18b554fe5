package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/**
 * The size of an earthquake.
 *
 * @param value null if unknown or beyond the scale
 * @param text as JMA writes it for readers: Ｍ７．３, Ｍ不明, Ｍ８を超える巨大地震
 * @param type Mj, M …
 */
public record Magnitude(@Nullable Double value, String text, String type) {}
