package noroshi.damage;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.people.Directory;
import noroshi.platform.Announcement;
import noroshi.platform.Settings;
import noroshi.site.PageSource;
import noroshi.site.SourceFile;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;
import org.springframework.stereotype.Component;

/** The public pages and files of damage: made anew where a report or a correction touches them. */
@Component
class DamagePages implements PageSource {

    private static final int LOG_SHOWN_MAX = 20;

    private final DamageStore store;
    private final Directory directory;
    private final Settings settings;
    private final InstantSource clock;

    DamagePages(DamageStore store, Directory directory, Settings settings, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of(DamageNews.CHANGED);
    }

    /** Which damages of which government changed. */
    private static Map<String, Set<Long>> touchedIds(List<Announcement> announcements) {
        var touched = new LinkedHashMap<String, Set<Long>>();
        for (var one : announcements) {
            var ids = touched.computeIfAbsent(one.government(), g -> new LinkedHashSet<>());
            for (var id : one.fact("damages").split(",")) ids.add(Long.valueOf(id));
        }
        return touched;
    }

    @Override
    public List<SourceSheet> sheets(List<Announcement> announcements) {
        var sheets = new ArrayList<SourceSheet>();
        var prefectures = new LinkedHashSet<String>();
        touchedIds(announcements).forEach((government, ids) -> {
            sheets.addAll(sheets(government, store.list(government), ids));
            prefectures.add(directory.prefectureOf(government));
        });
        prefectures.forEach(prefecture -> sheets.add(overall(prefecture)));
        return sheets;
    }

    @Override
    public List<SourceSheet> sheets(String government) {
        var all = store.list(government);
        var sheets = sheets(government, all, all.stream().map(Damage::id).toList());
        if (directory.getGovernment(government).isPrefecture()) sheets.add(overall(government));
        return sheets;
    }

    private List<SourceSheet> sheets(String government, List<Damage> all, Collection<Long> ids) {
        var touched = new LinkedHashSet<>(ids);
        var now = clock.instant();
        var sheets = new ArrayList<SourceSheet>();
        sheets.add(overview(government, all));
        sheets.add(new DamageMap(government, all).page());
        for (var kind : Kind.values()) sheets.addAll(new DamageLists(government, kind, all, now).touched(touched));
        all.stream().filter(one -> touched.contains(one.id())).forEach(one -> sheets.add(page(one)));
        return sheets;
    }

    private SourceSheet overview(String government, List<Damage> all) {
        var sections = new ArrayList<Section>();
        var bars = DamageLists.bars(all);
        if (bars.isEmpty()) sections.add(Section.Words.always("いま、登録された被害はありません。\n\n"));
        else {
            sections.add(
                    Section.Words.always(DamageChart.table("種類", bars, bar -> "/damage/%s/".formatted(code(bar)))));
            sections.add(new Section.Markup(DamageChart.svg(bars), ""));
        }
        var prefecture = directory.prefectureOf(government).equals(government);
        sections.add(Section.Words.always("""

                [地図](/damage/map)%s　[被害報告（死傷者・住家など）](/damage/losses/)

                ## オープンデータ

                [CSV](/damage/damage.csv)　[JSON](/damage/damage.json)　[GeoJSON](/damage/damage.geojson)　[すべてのオープンデータ](/opendata/)
                """.formatted(prefecture ? "　[市町村ごとの被害・復旧](/damage/all)" : "")));
        return SourceSheet.of(government, "/damage/", "被害・復旧", sections);
    }

    private static String code(DamageChart.Bar bar) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.japanese().equals(bar.label()))
                .map(Kind::code)
                .findFirst()
                .orElseThrow();
    }

    /** The prefecture's table of all its governments: counted by the database, so it costs the same however much is registered. */
    private SourceSheet overall(String prefecture) {
        var bars = store.counts(prefecture.substring(0, 2));
        var sections = new ArrayList<Section>();
        if (bars.isEmpty()) sections.add(Section.Words.always("いま、登録された被害はありません。\n\n"));
        else {
            var codes = new LinkedHashMap<String, String>();
            directory.listGovernments().forEach(one -> codes.put(one.name(), one.code()));
            sections.add(Section.Words.always(DamageChart.table(
                    "団体", bars, bar -> "/%s/damage/".formatted(codes.getOrDefault(bar.label(), prefecture)))));
            sections.add(new Section.Markup(DamageChart.svg(bars), ""));
        }
        sections.add(Section.Words.always("[県の管理するもの](/damage/)\n"));
        return SourceSheet.of(prefecture, "/damage/all", "市町村ごとの被害・復旧", sections);
    }

    private SourceSheet page(Damage one) {
        var log = store.log(one.government(), one.id(), LOG_SHOWN_MAX);
        return SourceSheet.of(
                one.government(),
                one.path(),
                one.subject().name(),
                List.of(
                        DamageText.timed(List.of(one), clock.instant(), at -> DamageText.now(one, at)),
                        Section.Words.always(DamageText.log(one.subject().kind(), log)),
                        Section.Words.always(DamageText.about(one))));
    }

    @Override
    public List<SourceFile> files(List<Announcement> announcements) {
        return touchedIds(announcements).keySet().stream()
                .flatMap(government -> files(government).stream())
                .toList();
    }

    @Override
    public List<SourceFile> files(String government) {
        var base = settings.publicUrl().toString().replaceAll("/+$", "") + "/" + government;
        var name = directory.getGovernment(government).name();
        return new DamageFiles(government, name, base, store.list(government)).all();
    }
}
