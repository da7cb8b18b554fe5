package noroshi.shelters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.site.SourcePage;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;

/**
 * The lists of a government's shelters: the open ones, and all by district in numbered pages. A few neighbours in the order of the list share a
 * fragment, so a report changes one fragment of a page and no other.
 */
final class ListPages {

    /** Few: a report rewrites them all, with what they will say later. Many: each fragment is compressed by itself, and a text page has a budget. */
    static final int SHARING = 10;

    static final int PAGE_SHELTERS = 30;

    /** Fewer than on a numbered page: links and files stand on the same text page, which has a budget. */
    private static final int OPEN_SHELTERS = 20;

    private final String government;
    private final List<Shelter> shelters;
    private final Instant now;
    private final boolean prefecture;

    /** @param shelters by district and id; @param prefecture true: its governments' sums are a page of its site */
    ListPages(String government, List<Shelter> shelters, Instant now, boolean prefecture) {
        this.government = government;
        this.shelters = shelters;
        this.now = now;
        this.prefecture = prefecture;
    }

    /** The first list page: what is open now. */
    SourceSheet open() {
        var open = shelters.stream().filter(one -> one.state().takesPeople()).toList();
        var sections = new ArrayList<Section>();
        sections.add(Section.Words.always((prefecture ? "県が管理する避難所です。**[市町村ごとの避難所と避難者数](/shelters/all)**\n\n" : "")
                + (open.isEmpty() ? "いま開設している避難所はありません。\n\n" : "開設している避難所（%d か所）です。\n\n".formatted(open.size()))));
        int shown = Math.min(OPEN_SHELTERS, open.size());
        for (int from = 0; from < shown; from += SHARING)
            sections.add(timed(open.subList(from, Math.min(shown, from + SHARING)), ListPages::rows));
        if (shown < open.size())
            sections.add(Section.Words.always("ここには%d か所を示しています。ほかは下の地区ごとの一覧にあります。\n\n".formatted(shown)));
        sections.add(Section.Words.always(links()));
        return SourceSheet.of(government, "/shelters/", "開設している避難所", sections);
    }

    private String links() {
        var text = new StringBuilder("## すべての避難所・避難場所\n\n");
        text.append("[地図](/shelters/map)　[近い順・住所から探す](/shelters/nearest)\n\n");
        for (int page = 1; page <= pages(); page++) {
            var some = page(page);
            text.append("* [%s](/shelters/list/%d)（%d か所）\n".formatted(range(some), page, some.size()));
        }
        return text.append("""

                ## オープンデータ

                [避難所の一覧 CSV（自治体標準）](/shelters/shelters.csv)　[開設状況 CSV](/shelters/status.csv)　[JSON](/shelters/shelters.json)　[GeoJSON](/shelters/shelters.geojson)　[SIP4D-ZIP](/shelters/sip4d.zip)　[すべてのオープンデータ](/opendata/)

                命に危険が迫っているときは、避難所の開設を待たずに、安全な場所へ移動してください。
                """).toString();
    }

    private static String range(List<Shelter> some) {
        var districts = some.stream().map(one -> district(one)).distinct().toList();
        var text =
                districts.size() <= 3 ? String.join("・", districts) : districts.getFirst() + "〜" + districts.getLast();
        return Words.markdown(text);
    }

    static String district(Shelter shelter) {
        return shelter.master().district().isEmpty() ? "そのほか" : shelter.master().district();
    }

    int pages() {
        return pages(shelters.size());
    }

    /** How many numbered pages so many shelters fill. */
    static int pages(long shelters) {
        return (int) ((shelters + PAGE_SHELTERS - 1) / PAGE_SHELTERS);
    }

    private List<Shelter> page(int number) {
        return shelters.subList((number - 1) * PAGE_SHELTERS, Math.min(shelters.size(), number * PAGE_SHELTERS));
    }

    /** The numbered pages on which these shelters stand. */
    Set<Integer> pagesOf(Collection<Long> ids) {
        var pages = new TreeSet<Integer>();
        for (int i = 0; i < shelters.size(); i++)
            if (ids.contains(shelters.get(i).id())) pages.add(i / PAGE_SHELTERS + 1);
        return pages;
    }

    SourceSheet numbered(int number) {
        var some = page(number);
        var sections = new ArrayList<Section>();
        for (int from = 0; from < some.size(); from += SHARING)
            sections.add(timed(some.subList(from, Math.min(some.size(), from + SHARING)), ListPages::rows));
        var links = new StringBuilder("[開設している避難所](/shelters/)　[地図](/shelters/map)");
        if (number > 1) links.append("　[前の地区](/shelters/list/%d)".formatted(number - 1));
        if (number < pages()) links.append("　[次の地区](/shelters/list/%d)".formatted(number + 1));
        sections.add(Section.Words.always(links.append("\n").toString()));
        return SourceSheet.of(government, "/shelters/list/" + number, "避難所・避難場所（%s）".formatted(plain(some)), sections);
    }

    private static String plain(List<Shelter> some) {
        var districts = some.stream().map(ListPages::district).distinct().collect(Collectors.toList());
        return districts.size() == 1 ? districts.getFirst() : districts.getFirst() + "〜" + districts.getLast();
    }

    private static Function<Instant, String> rows(List<Shelter> some) {
        return at -> some.stream().map(one -> ShelterText.row(one, at)).collect(Collectors.joining());
    }

    /** As it is now, and from each moment at which a promise of these shelters falls due. */
    Section timed(List<Shelter> some, Function<List<Shelter>, Function<Instant, String>> write) {
        var moments = new TreeSet<Instant>();
        moments.add(now);
        for (var one : some) {
            var report = one.report();
            var next = report == null ? null : report.told().nextUpdate();
            if (next != null && next.isAfter(now)) moments.add(next);
        }
        var words = write.apply(some);
        return new Section.Words(moments.stream()
                .map(moment -> new SourcePage.Body(moment.equals(now) ? Instant.EPOCH : moment, words.apply(moment)))
                .toList());
    }
}
