package noroshi.standards.jma;

/**
 * Texts for readers, each "" if absent.
 *
 * @param activity 火山活動の状況
 * @param prevention 対象市町村等、防災上の警戒事項
 * @param appendix explanations of the levels
 * @param observation other observations (爆発音, 空振 …)
 * @param text of a correction, or of the body
 */
public record VolcanoTexts(
        String headline, String activity, String prevention, String appendix, String observation, String text) {}
