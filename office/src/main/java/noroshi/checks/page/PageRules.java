package noroshi.checks.page;

import noroshi.checks.Repair;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;

/** The page as a whole and the frames in it: title, language, names of frames, refreshing, zooming. */
final class PageRules {

    private static final double REFRESH_SECONDS_MAX = 72_000;
    private static final double ZOOM_MIN = 2;

    private PageRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        frames(page, verdicts);
        if (!page.isPage) return;
        title(page, verdicts);
        var html = page.document.selectFirst("html");
        if (html != null) language(html, verdicts);
        refresh(page, verdicts);
        for (var meta : page.document.select("meta[name=viewport]")) zoom(meta, verdicts);
    }

    private static void title(PageModel page, Verdicts verdicts) {
        var title = page.document.select("title").stream()
                .filter(element -> !PageModel.isSvg(element))
                .findFirst()
                .orElse(null);
        boolean has = title != null && !title.text().isBlank();
        verdicts.passOrFail(
                Rule.PAGE_TITLE,
                has,
                title == null ? page.document.head() : title,
                "ページに題名がありません。title要素に内容の分かる題名を書いてください。");
    }

    private static void language(Element html, Verdicts verdicts) {
        var language = html.attr("lang").strip();
        if (!language.isEmpty()) {
            verdicts.pass(Rule.PAGE_LANGUAGE);
            verdicts.passOrFail(
                    Rule.PAGE_LANGUAGE_VALID,
                    Languages.isValid(language),
                    html,
                    "ページの言語「" + language + "」は言語コードではありません。日本語なら「ja」と書いてください。");
            return;
        }
        int from = html.sourceRange().isTracked() ? html.sourceRange().startPos() : -1;
        boolean written = from >= 0 && html.sourceRange().endPos() - from >= 6 && !html.hasAttr("lang");
        verdicts.fail(
                Rule.PAGE_LANGUAGE,
                html,
                "ページの言語が指定されていません。日本語のページなら、html要素にlang=\"ja\"と書いてください。",
                written ? new Repair("lang=\"ja\"を付ける", from + 5, from + 5, " lang=\"ja\"") : null);
    }

    private static void frames(PageModel page, Verdicts verdicts) {
        for (var frame : page.document.select("iframe, frame")) {
            boolean leftOut = frame.attr("tabindex").strip().startsWith("-");
            if (page.isExposed(frame) && !leftOut)
                verdicts.passOrFail(
                        Rule.FRAME_NAME, !page.name(frame).isEmpty(), frame, "埋め込んだフレームに名前がありません。title属性に内容を書いてください。");
            if (page.isShown(frame)
                    && !PageModel.isInert(frame)
                    && frame.hasAttr("srcdoc")
                    && frame.hasAttr("tabindex")
                    && hasTabStop(frame))
                verdicts.passOrFail(
                        Rule.FRAME_FOCUS, !leftOut, frame, "フレームの中の操作部品に、キーボードで移れません。tabindexの負の値を外してください。");
        }
    }

    private static boolean hasTabStop(Element frame) {
        var inside = new PageModel(org.jsoup.Jsoup.parse(frame.attr("srcdoc")), true);
        return inside.document.getAllElements().stream().anyMatch(inside::isTabStop);
    }

    private static void refresh(PageModel page, Verdicts verdicts) {
        for (var meta : page.document.select("meta[http-equiv=refresh][content]")) {
            var seconds = seconds(meta.attr("content"));
            if (Double.isNaN(seconds)) continue;
            verdicts.passOrFail(
                    Rule.REFRESH,
                    seconds == 0 || seconds > REFRESH_SECONDS_MAX,
                    meta,
                    "%.0f秒後に自動で切り替わります。読み終わらない人がいるため、自動の切替えをやめてください。".formatted(seconds));
            verdicts.passOrFail(Rule.REFRESH_ANY, seconds == 0, meta, "ページが自動で切り替わります。読む人の操作で切り替わるようにしてください。");
            return; // Browsers act on the first valid one.
        }
    }

    /** HTML, "shared declarative refresh steps": digits, then a separator or nothing. NaN: not valid. */
    private static double seconds(String content) {
        var text = content.stripLeading();
        if (!text.matches("(?s)(\\d+[\\d.]*|\\.[\\d.]*)([\\s;,].*)?")) return Double.NaN;
        var digits = text.replaceFirst("(?s)^(\\d*).*$", "$1");
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }

    private static void zoom(Element meta, Verdicts verdicts) {
        boolean stated = false;
        boolean free = true;
        for (var part : meta.attr("content").toLowerCase(java.util.Locale.ROOT).split("[,;]|\\s+(?=[a-z-]+\\s*=)")) {
            var pair = part.split("=", 2);
            var name = pair[0].strip();
            if (pair.length < 2 || !name.equals("user-scalable") && !name.equals("maximum-scale")) continue;
            stated = true;
            free &= name.equals("user-scalable") ? scales(pair[1].strip()) : reaches(pair[1].strip());
        }
        if (stated)
            verdicts.passOrFail(Rule.ZOOM, free, meta, "拡大が禁じられています。viewportのuser-scalableとmaximum-scaleの指定を外してください。");
    }

    private static boolean scales(String value) {
        if (value.matches("yes|device-width|device-height")) return true;
        double number = Lengths.px(value, 16, 100);
        return Math.abs(number) >= 1;
    }

    private static boolean reaches(String value) {
        if (value.matches("device-width|device-height")) return true;
        double number = Lengths.px(value, 16, 100);
        return number < 0 || number >= ZOOM_MIN;
    }
}
