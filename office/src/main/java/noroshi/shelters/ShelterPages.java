package noroshi.shelters;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.platform.Announcement;
import noroshi.platform.Settings;
import noroshi.site.BannerSource;
import noroshi.site.PageSource;
import noroshi.site.SourceFile;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;
import noroshi.snapshot.Form;
import noroshi.standards.opendata.Sip4dPackage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The public pages and files of shelters: made anew where a report or a correction touches them. */
@Component
class ShelterPages implements PageSource {

    /** As {@link BannerSource} has it announced: the SIP4D package says whether it is a disaster. */
    private static final String EMERGENCY_CHANGED = "emergency.changed";

    private final PlaceStore places;
    private final ObjectProvider<BannerSource> banners;
    private final Directory directory;
    private final Settings settings;
    private final InstantSource clock;

    ShelterPages(
            PlaceStore places,
            ObjectProvider<BannerSource> banners,
            Directory directory,
            Settings settings,
            InstantSource clock) {
        this.places = places;
        this.banners = banners;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of(News.CHANGED, EMERGENCY_CHANGED);
    }

    @Override
    public List<Form> forms() {
        return List.of(StaffPages.report(), StaffPages.enrolment());
    }

    /** Which shelters of which government changed. */
    private static Map<String, Set<Long>> touchedIds(List<Announcement> announcements) {
        var touched = new LinkedHashMap<String, Set<Long>>();
        for (var one : announcements) {
            if (!one.event().topic().equals(News.CHANGED) || !one.fact("kind").equals(Master.SHELTER)) continue;
            var ids = touched.computeIfAbsent(one.government(), g -> new LinkedHashSet<>());
            for (var id : one.fact("places").split(",")) ids.add(Long.valueOf(id));
        }
        return touched;
    }

    /** In whose lists somebody may stand elsewhere than before. */
    private static Set<String> moved(List<Announcement> announcements) {
        return announcements.stream()
                .filter(one -> one.event().topic().equals(News.CHANGED) && !News.keepsOrder(one))
                .map(Announcement::government)
                .collect(Collectors.toSet());
    }

    private static List<Long> gone(List<Shelter> all, Set<Long> touched) {
        var there = all.stream().map(Shelter::id).collect(Collectors.toSet());
        return touched.stream().filter(id -> !there.contains(id)).toList();
    }

    @Override
    public List<SourceSheet> sheets(List<Announcement> announcements) {
        var sheets = new ArrayList<SourceSheet>();
        var moved = moved(announcements);
        touchedIds(announcements).forEach((government, ids) -> {
            var all = places.list(government, Master.SHELTER);
            sheets.addAll(gathered(government, all, ids, moved.contains(government)));
            all.stream().filter(one -> ids.contains(one.id())).forEach(one -> sheets.add(page(one)));
            gone(all, ids).forEach(id -> sheets.add(SourceSheet.removed(government, "/shelters/" + id)));
        });
        touchedIds(announcements).keySet().stream()
                .map(government -> government.substring(0, 2))
                .distinct()
                .forEach(digits -> sheets.addAll(townwide(digits)));
        return sheets;
    }

    @Override
    public List<SourceSheet> sheets(String government) {
        var all = places.list(government, Master.SHELTER);
        var ids = new LinkedHashSet<Long>();
        all.forEach(one -> ids.add(one.id()));
        var sheets = new ArrayList<>(gathered(government, all, ids, true));
        all.forEach(one -> sheets.add(page(one)));
        sheets.addAll(StaffPages.sheets(government));
        if (directory.getGovernment(government).isPrefecture()) sheets.addAll(townwide(government.substring(0, 2)));
        return sheets;
    }

    /** Counted by the database, so it costs the same however many shelters there are. */
    private List<SourceSheet> townwide(String digits) {
        return directory.listGovernments().stream()
                .filter(one -> one.isPrefecture() && one.code().startsWith(digits))
                .map(prefecture -> Townwide.page(prefecture.code(), places.lines(digits)))
                .toList();
    }

    private List<SourceSheet> gathered(String government, List<Shelter> all, Set<Long> touched, boolean moved) {
        var prefecture = directory.getGovernment(government).isPrefecture();
        var lists = new ListPages(government, all, clock.instant(), prefecture);
        var sheets = new ArrayList<SourceSheet>();
        sheets.add(lists.open());
        // Whoever comes, goes or changes district moves those behind them.
        var pages = moved ? IntStream.rangeClosed(1, lists.pages()).boxed().toList() : lists.pagesOf(touched);
        for (int page : pages) sheets.add(lists.numbered(page));
        int gone = gone(all, touched).size();
        for (int page = lists.pages() + 1; page <= ListPages.pages(all.size() + gone); page++)
            sheets.add(SourceSheet.removed(government, "/shelters/list/" + page));
        sheets.add(new ShelterMap(government, all).page());
        sheets.add(NearestPage.of(government, all));
        return sheets;
    }

    private SourceSheet page(Shelter one) {
        var now = clock.instant();
        var timed = new ListPages(one.government(), List.of(one), now, false)
                .timed(List.of(one), some -> (Instant at) -> ShelterText.now(some.getFirst(), at));
        return SourceSheet.of(
                one.government(),
                one.path(),
                one.master().name(),
                List.of(timed, Section.Words.always(ShelterText.about(one))));
    }

    @Override
    public List<SourceFile> files(List<Announcement> announcements) {
        var files = new ArrayList<SourceFile>();
        touchedIds(announcements).forEach((government, ids) -> {
            var all = places.list(government, Master.SHELTER);
            var data = data(government, all);
            files.addAll(data.all());
            files.add(sip4d(government, all));
            all.stream().filter(one -> ids.contains(one.id())).forEach(one -> files.add(data.one(one)));
            gone(all, ids)
                    .forEach(id ->
                            files.add(new SourceFile(government, "/shelters/%d.json".formatted(id), "", "", true)));
        });
        for (var government : governmentsInEmergency(announcements))
            files.add(sip4d(government, places.list(government, Master.SHELTER)));
        return files;
    }

    @Override
    public List<SourceFile> files(String government) {
        var all = places.list(government, Master.SHELTER);
        var files = new ArrayList<>(StaffPages.files(government));
        files.add(NearestPage.script(government));
        var data = data(government, all);
        files.addAll(data.all());
        files.add(sip4d(government, all));
        all.forEach(one -> files.add(data.one(one)));
        return files;
    }

    /** Whose emergencies changed. */
    private static Set<String> governmentsInEmergency(List<Announcement> announcements) {
        var governments = new LinkedHashSet<String>();
        for (var one : announcements)
            if (one.event().topic().equals(EMERGENCY_CHANGED))
                for (var code : one.fact("governments").split(" ")) if (!code.isEmpty()) governments.add(code);
        return governments;
    }

    /** Drills, tests and replays are no disaster. */
    private boolean isInDisaster(String government) {
        var now = clock.instant();
        return banners.orderedStream()
                .flatMap(source -> source.banners(government).stream())
                .anyMatch(banner -> banner.mark().isEmpty()
                        && banner.until().isAfter(now)
                        && !banner.from().isAfter(now));
    }

    private ShelterFiles data(String code, List<Shelter> all) {
        var government = directory.getGovernment(code);
        return new ShelterFiles(code, government.name(), prefecture(government), base(code), all);
    }

    private String prefecture(Government government) {
        return directory.listGovernments().stream()
                .filter(Government::isPrefecture)
                .filter(one ->
                        one.code().substring(0, 2).equals(government.code().substring(0, 2)))
                .map(Government::name)
                .findFirst()
                .orElse("");
    }

    private String base(String code) {
        return settings.publicUrl().toString().replaceAll("/+$", "") + "/" + code;
    }

    private SourceFile sip4d(String code, List<Shelter> all) {
        var government = directory.getGovernment(code);
        var updated = all.stream()
                .map(one ->
                        one.report() == null ? one.changedAt() : one.report().receivedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var about = new Sip4dPackage.About(
                code.substring(0, 5),
                government.name(),
                government.email(),
                isInDisaster(code) ? "災害時" : "平時",
                "通常",
                updated);
        var lines = all.stream().map(one -> line(one, government.name())).toList();
        return SourceFile.of(code, "/shelters/sip4d.zip", "application/zip", Sip4dPackage.write(about, lines));
    }

    private static Sip4dPackage.Line line(Shelter one, String city) {
        var master = one.master();
        var report = one.report();
        var told = report == null ? null : report.told();
        return new Sip4dPackage.Line(
                String.valueOf(one.id()),
                one.state().japanese(),
                master.designation(),
                master.name(),
                master.kana(),
                master.phone(),
                city,
                master.address(),
                master.capacity(),
                told == null ? Crowding.UNKNOWN.japanese() : told.crowding().japanese(),
                told == null ? null : told.people(),
                told == null ? null : told.voluntaryPeople(),
                told == null ? null : told.households(),
                told == null ? null : told.voluntaryHouseholds(),
                master.position());
    }
}
