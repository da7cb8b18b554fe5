package noroshi.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;

/**
 * The lists of one kind of a government's damage: what is not restored, and all in numbered pages that count from the oldest. A few neighbours
 * share a fragment, so a report changes one fragment of a page and no other.
 */
final class DamageLists {

    /** Few: a report rewrites them all. Many: each fragment costs some 60 bytes on the wire. */
    private static final int SHARING = 5;

    static final int PAGE_DAMAGES = 30;

    private final String government;
    private final Kind kind;
    private final List<Damage> damages;
    private final Instant now;

    /** @param damages of any kind, by id */
    DamageLists(String government, Kind kind, List<Damage> damages, Instant now) {
        this.government = government;
        this.kind = kind;
        this.damages =
                damages.stream().filter(one -> one.subject().kind() == kind).toList();
        this.now = now;
    }

    /** How many of each kind stand where. */
    static List<DamageChart.Bar> bars(List<Damage> damages) {
        var counts = new EnumMap<Kind, Map<State, Integer>>(Kind.class);
        for (var one : damages)
            counts.computeIfAbsent(one.subject().kind(), k -> new EnumMap<>(State.class))
                    .merge(one.state(), 1, Integer::sum);
        return counts.entrySet().stream()
                .map(entry -> new DamageChart.Bar(entry.getKey().japanese(), entry.getValue()))
                .toList();
    }

    /** The pages on which these damages stand. */
    List<SourceSheet> touched(Collection<Long> ids) {
        var sheets = new ArrayList<SourceSheet>();
        if (damages.stream().noneMatch(one -> ids.contains(one.id()))) return sheets;
        sheets.add(open());
        for (int page : pagesOf(ids)) sheets.add(numbered(page));
        return sheets;
    }

    private Set<Integer> pagesOf(Collection<Long> ids) {
        var pages = new TreeSet<Integer>();
        for (int i = 0; i < damages.size(); i++) if (ids.contains(damages.get(i).id())) pages.add(i / PAGE_DAMAGES + 1);
        return pages;
    }

    private int pages() {
        return (damages.size() + PAGE_DAMAGES - 1) / PAGE_DAMAGES;
    }

    private SourceSheet open() {
        var neighbours = new LinkedHashMap<Integer, List<Damage>>();
        int open = 0;
        for (int i = 0; i < damages.size(); i++) {
            if (damages.get(i).state().isRestored()) continue;
            neighbours.computeIfAbsent(i / SHARING, n -> new ArrayList<>()).add(damages.get(i));
            open++;
        }
        var sections = new ArrayList<Section>();
        sections.add(
                Section.Words.always(open == 0 ? "いま、復旧していないものはありません。\n\n" : "復旧していないものは%d件です。\n\n".formatted(open)));
        int shown = 0;
        for (var some : neighbours.values()) {
            if (shown >= PAGE_DAMAGES) break;
            sections.add(DamageText.timed(some, now, DamageText.rows(some)));
            shown += some.size();
        }
        if (shown < open) sections.add(Section.Words.always("ここには%d件を示しています。ほかは下の一覧にあります。\n\n".formatted(shown)));
        sections.add(Section.Words.always(links()));
        return SourceSheet.of(government, path(), kind.japanese() + "の被害・復旧", sections);
    }

    private String path() {
        return "/damage/%s/".formatted(kind.code());
    }

    private String links() {
        var text = new StringBuilder("## 復旧したものを含むすべて\n\n");
        for (int page = 1; page <= pages(); page++)
            text.append("* [登録順 %d〜%d件目](%s%d)\n"
                    .formatted(
                            (page - 1) * PAGE_DAMAGES + 1,
                            Math.min(damages.size(), page * PAGE_DAMAGES),
                            path(),
                            page));
        return text.append("\n[被害・復旧](/damage/)　[地図](/damage/map)\n").toString();
    }

    private SourceSheet numbered(int number) {
        var some = damages.subList((number - 1) * PAGE_DAMAGES, Math.min(damages.size(), number * PAGE_DAMAGES));
        var sections = new ArrayList<Section>();
        for (int from = 0; from < some.size(); from += SHARING) {
            var few = some.subList(from, Math.min(some.size(), from + SHARING));
            sections.add(DamageText.timed(few, now, DamageText.rows(few)));
        }
        sections.add(Section.Words.always("[復旧していないもの](%s)　[地図](/damage/map)\n".formatted(path())));
        return SourceSheet.of(
                government, path() + number, "%sの被害・復旧（%dページ目）".formatted(kind.japanese(), number), sections);
    }
}
