package noroshi.checks.page;

import static noroshi.checks.Rule.ALT_FILE_NAME;
import static noroshi.checks.Rule.DECORATION_EXPOSED;
import static noroshi.checks.Rule.IMAGE_BUTTON_NAME;
import static noroshi.checks.Rule.IMAGE_NAME;
import static noroshi.checks.Rule.OBJECT_NAME;
import static noroshi.checks.Rule.SVG_NAME;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Pictures and what stands for them. */
final class ImageRules {

    private static final Pattern FILE =
            Pattern.compile("(?i)[\\w%.~ -]+\\.(png|jpe?g|gif|webp|bmp|svg|tiff?|heic|avif)");
    private static final Pattern NUMBERED = Pattern.compile("(?i)(img|dsc[nf]?|image|photo|pict?|画像|写真|図)[ _-]?\\d*");
    private static final Pattern NOT_TEXT = Pattern.compile(
            "(?i)[^?#]*\\.(png|jpe?g|gif|webp|bmp|svg|avif|mp3|wav|ogg|oga|m4a|aac|flac|mp4|webm|ogv|mov|avi|mpe?g|wmv)([?#].*)?");
    private static final Set<String> DRAWN = Set.of("img", "image", "graphics-document", "graphics-symbol");

    private ImageRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) {
            if (isDecoration(element)) decoration(page, element, verdicts);
            if (!page.isExposed(element)) continue;
            if (PageModel.isSvg(element)) svg(page, element, verdicts);
            else if (element.nameIs("object")) object(page, element, verdicts);
            else if (element.nameIs("input") && element.attr("type").strip().equalsIgnoreCase("image"))
                verdicts.passOrFail(
                        IMAGE_BUTTON_NAME,
                        !page.name(element).isEmpty(),
                        element,
                        "画像ボタンに名前がありません。何をするボタンかをalt属性に書いてください。");
            else image(page, element, verdicts);
        }
    }

    private static void image(PageModel page, Element element, Verdicts verdicts) {
        var explicit = Roles.explicit(element);
        boolean drawn = explicit.equals("img") || explicit.equals("image");
        if (!drawn && !(element.nameIs("img") && (explicit.isEmpty() || Role.isPresentational(explicit)))) return;
        var name = page.name(element);
        verdicts.passOrFail(
                IMAGE_NAME,
                !name.isEmpty() || page.role(element).equals("none"),
                element,
                "画像に代替テキストがありません。画像が伝える内容を書いてください。飾りの画像なら、alt属性を空（alt=\"\"）にしてください。");
        if (element.nameIs("img") && !name.isEmpty())
            verdicts.passOrFail(
                    ALT_FILE_NAME, !isFileName(name), element, "代替テキスト「" + name + "」はファイル名のようです。画像が伝える内容を書いてください。");
    }

    static boolean isFileName(String alt) {
        return FILE.matcher(alt).matches() || NUMBERED.matcher(alt).matches();
    }

    private static void svg(PageModel page, Element element, Verdicts verdicts) {
        if (DRAWN.contains(Roles.explicit(element)))
            verdicts.passOrFail(
                    SVG_NAME, !page.name(element).isEmpty(), element, "図形に名前がありません。title要素かaria-labelで内容を書いてください。");
    }

    private static void object(PageModel page, Element element, Verdicts verdicts) {
        if (!Roles.explicit(element).isEmpty()) {
            image(page, element, verdicts);
            return;
        }
        var type = element.attr("type").toLowerCase(Locale.ROOT);
        boolean shows = type.matches("(image|audio|video)/.*")
                || NOT_TEXT.matcher(element.attr("data").strip()).matches();
        if (shows)
            verdicts.passOrFail(
                    OBJECT_NAME,
                    !page.name(element).isEmpty(),
                    element,
                    "埋め込んだ画像・音声・動画に名前がありません。aria-labelかtitle属性で内容を書いてください。");
    }

    private static boolean isDecoration(Element element) {
        return Role.isPresentational(Roles.explicit(element))
                || (element.nameIs("img")
                        && element.hasAttr("alt")
                        && element.attr("alt").isEmpty()
                        && Roles.explicit(element).isEmpty());
    }

    private static void decoration(PageModel page, Element element, Verdicts verdicts) {
        boolean hidden = !page.isExposed(element);
        verdicts.passOrFail(
                DECORATION_EXPOSED,
                hidden || !page.roles.isKept(element),
                element,
                "飾りとされた要素に、名前などの属性かキーボードの操作があり、読み上げられます。どちらかを外してください。");
    }
}
