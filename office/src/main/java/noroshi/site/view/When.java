package noroshi.site.view;

/**
 * An instant as people and as programs read it.
 *
 * @param text e.g. 2026年3月11日
 * @param iso for the attribute datetime
 */
public record When(String text, String iso) {}
