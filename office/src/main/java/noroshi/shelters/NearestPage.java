package noroshi.shelters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.site.SourceFile;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;

/** Shelters near a reader: by district without script; with it sorted on the reader's own device, which sends its place nowhere. */
final class NearestPage {

    static final String SCRIPT = "/shelters/nearest.js";

    /** More names than that are no help on a page: then each district leads to its list. */
    private static final int NAMED_MAX = 300;

    private static final String SEARCH = """
            <section id="nearest" hidden aria-labelledby="nearest-title"><h2 id="nearest-title">近い順に並べる</h2>\
            <p>位置や入力した住所は、この端末の中だけで使います。どこにも送りません。</p>\
            <p><button class="button" type="button" id="nearest-here">現在地から近い順に並べる</button></p>\
            <form id="nearest-form"><p class="field"><label for="nearest-word">住所・町名・避難所の名前</label><input id="nearest-word" type="text" autocomplete="off" maxlength="60"></p>\
            <p class="field"><label><input type="checkbox" id="nearest-open" checked> 開設している避難所だけ</label></p>\
            <p><button class="button" type="submit">探す</button></p></form>\
            <p id="nearest-told" role="status"></p><ol id="nearest-list"></ol></section>""";

    private NearestPage() {}

    static SourceSheet of(String government, List<Shelter> shelters) {
        var sections = new ArrayList<Section>();
        sections.add(new Section.Markup(SEARCH, ""));
        var text = new StringBuilder("## 地区から探す\n\n");
        var districts = shelters.stream()
                .collect(Collectors.groupingBy(ListPages::district, LinkedHashMap::new, Collectors.toList()));
        districts.forEach((district, some) -> text.append("* **")
                .append(Words.markdown(district))
                .append("**：")
                .append(shelters.size() > NAMED_MAX ? list(shelters, some) : names(some))
                .append('\n'));
        if (shelters.isEmpty()) text.append("登録されている避難所はありません。\n");
        sections.add(Section.Words.always(text + "\n[開設している避難所](/shelters/)　[地図](/shelters/map)\n"));
        return new SourceSheet(government, "/shelters/nearest", "近くの避難所", sections, null, SCRIPT, false);
    }

    private static String names(List<Shelter> some) {
        return some.stream()
                .map(one -> "[%s](%s)".formatted(Words.markdown(one.master().name()), one.path()))
                .collect(Collectors.joining("、"));
    }

    /** @param all in the order of the lists, in which a district's shelters stand together */
    private static String list(List<Shelter> all, List<Shelter> some) {
        return "[%,d か所](/shelters/list/%d)"
                .formatted(some.size(), all.indexOf(some.getFirst()) / ListPages.PAGE_SHELTERS + 1);
    }

    static SourceFile script(String government) {
        return new SourceFile(
                government, SCRIPT, "text/javascript; charset=utf-8", StaffPages.resource("nearest.js"), false);
    }
}
