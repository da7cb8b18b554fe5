package noroshi.standards.jma;

import java.util.List;

/**
 * 付加文 of a seismic telegram, each "" or empty if absent.
 *
 * @param warning and its codes: calls to act (固定付加文)
 * @param forecast and its codes: e.g. この地震による津波の心配はありません。 is 0215
 * @param variable and its codes: remarks, e.g. ＊印は気象庁以外の震度観測点についての情報です。
 * @param freeForm free text: a far eruption is reported as 遠地地震に関する情報 and only this text says that no earthquake took place
 * @param text the body's own text, e.g. 海面変動の見通し
 */
public record Comments(
        String warning,
        List<String> warningCodes,
        String forecast,
        List<String> forecastCodes,
        String variable,
        List<String> variableCodes,
        String freeForm,
        String text) {
    public Comments {
        warningCodes = List.copyOf(warningCodes);
        forecastCodes = List.copyOf(forecastCodes);
        variableCodes = List.copyOf(variableCodes);
    }
}
