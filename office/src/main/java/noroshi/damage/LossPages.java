package noroshi.damage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.damage.Figure.Group;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.platform.Announcement;
import noroshi.site.PageSource;
import noroshi.site.SourceFile;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;
import org.springframework.stereotype.Component;

/** The public pages and files of reports of losses: a municipality's own, and the prefecture's sum of them. */
@Component
class LossPages implements PageSource {

    private static final int LOG_SHOWN_MAX = 20;
    /** Rows of municipalities that share a fragment. */
    private static final int SHARING = 9;

    private final LossStore store;
    private final Directory directory;
    private final InstantSource clock;

    LossPages(LossStore store, Directory directory, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of(DamageNews.LOSSES_REPORTED);
    }

    private record Touched(String government, String occasion) {}

    /** A report touches its government's pages and its prefecture's. */
    private Set<Touched> touchedPages(List<Announcement> announcements) {
        var touched = new LinkedHashSet<Touched>();
        for (var one : announcements) {
            touched.add(new Touched(one.government(), one.fact("occasion")));
            touched.add(new Touched(directory.prefectureOf(one.government()), one.fact("occasion")));
        }
        return touched;
    }

    @Override
    public List<SourceSheet> sheets(List<Announcement> announcements) {
        var sheets = new ArrayList<SourceSheet>();
        var governments = new LinkedHashSet<String>();
        for (var one : touchedPages(announcements)) {
            governments.add(one.government());
            occasion(one).ifPresent(occasion -> sheets.addAll(pages(one.government(), occasion)));
        }
        governments.forEach(government -> sheets.add(index(government)));
        return sheets;
    }

    @Override
    public List<SourceSheet> sheets(String government) {
        var sheets = new ArrayList<SourceSheet>();
        sheets.add(index(government));
        occasions(government).forEach(occasion -> sheets.addAll(pages(government, occasion)));
        return sheets;
    }

    private List<Occasion> occasions(String government) {
        return store.occasions(directory.prefectureOf(government));
    }

    private Optional<Occasion> occasion(Touched one) {
        return occasions(one.government()).stream()
                .filter(occasion -> occasion.code().equals(one.occasion()))
                .findFirst();
    }

    private SourceSheet index(String government) {
        boolean prefecture = directory.getGovernment(government).isPrefecture();
        var text = new StringBuilder();
        var reported = prefecture ? store.reportedIn(government.substring(0, 2)) : store.reported(government);
        for (var occasion : occasions(government))
            if (reported.contains(occasion.code()))
                text.append("* [%s](%s)\n".formatted(Words.markdown(occasion.name()), occasion.path()));
        if (text.isEmpty())
            text.append(
                    prefecture ? "公開している被害報告はありません。市町村が報告すると、合計をここに載せます。\n" : "公開している被害報告はありません。報告をまとめると、ここに載せます。\n");
        else
            text.insert(
                    0,
                    prefecture
                            ? "死傷者・住家などの被害を、市町村の報告から合計しています。災害を選んでください。\n\n"
                            : "死傷者・住家などの被害の報告（第1報から）です。災害を選んでください。\n\n");
        return SourceSheet.of(
                government,
                "/damage/losses/",
                "被害報告",
                List.of(Section.Words.always(
                        text.append("\n[被害・復旧](/damage/)\n").toString())));
    }

    /** Empty until somebody has reported. */
    private List<SourceSheet> pages(String government, Occasion occasion) {
        if (directory.getGovernment(government).isPrefecture()) {
            var total = LossReports.total(occasion, directory.listGovernments(), store.newest(occasion.code()));
            return total.reported() == 0
                    ? List.of()
                    : List.of(total(government, total), municipalities(government, total));
        }
        var log = store.log(government, occasion.code(), LOG_SHOWN_MAX);
        return log.isEmpty() ? List.of() : List.of(own(government, occasion, log));
    }

    private SourceSheet own(String government, Occasion occasion, List<LossReport> log) {
        var newest = log.getFirst();
        var sections = new ArrayList<Section>();
        var promises = Stream.ofNullable(newest.nextUpdate()).toList();
        sections.add(DamageText.timed(promises, at -> LossText.head(newest, at), clock.instant()));
        sections.add(blocks(figure -> LossText.says(newest, figure)));
        sections.add(Section.Words.always(LossText.log(log)));
        sections.add(links(occasion));
        return SourceSheet.of(government, occasion.path(), title(occasion), sections);
    }

    private SourceSheet total(String government, PrefectureTotal total) {
        var occasion = total.occasion();
        var sections = new ArrayList<Section>();
        sections.add(Section.Words.always("%s現在までに受けた、%d市町村のうち%d市町村の報告の合計です。「以上」は、調査中の市町村があることを示します。\n\n"
                .formatted(Words.moment(newest(total)), total.lines().size(), total.reported())));
        sections.add(blocks(total::says));
        sections.add(new Section.Markup(LossText.chart(total), ""));
        sections.add(Section.Words.always("**[市町村ごとの報告](%s)**\n\n".formatted(municipalities(occasion))));
        sections.add(links(occasion));
        return SourceSheet.of(government, occasion.path(), title(occasion), sections);
    }

    private static Section blocks(Function<Figure, String> says) {
        return Section.Words.always(Stream.of(Group.values())
                .map(group -> LossText.block(group, says))
                .collect(Collectors.joining()));
    }

    /** A page of its own, so that both text pages keep their budget. */
    private SourceSheet municipalities(String government, PrefectureTotal total) {
        var occasion = total.occasion();
        var sections = new ArrayList<Section>();
        sections.add(Section.Words.always("%s現在までの報告です。\n\n".formatted(Words.moment(newest(total)))));
        var lines = total.lines();
        for (int from = 0; from < lines.size(); from += SHARING)
            sections.add(Section.Words.always(LossText.municipalities(
                    lines.subList(from, Math.min(lines.size(), from + SHARING)), occasion.path())));
        sections.add(Section.Words.always("[県全体の合計](%s)\n\n".formatted(occasion.path())));
        sections.add(links(occasion));
        return SourceSheet.of(
                government, municipalities(occasion), "市町村ごとの被害（%s）".formatted(occasion.name()), sections);
    }

    private static String municipalities(Occasion occasion) {
        return occasion.path() + "/municipalities";
    }

    private static Instant newest(PrefectureTotal total) {
        return total.lines().stream()
                .map(PrefectureTotal.Line::report)
                .filter(Objects::nonNull)
                .map(LossReport::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static String title(Occasion occasion) {
        return occasion.name() + " 被害報告";
    }

    private static Section links(Occasion occasion) {
        return Section.Words.always("[CSV](%1$s.csv)　[JSON](%1$s.json)　[被害報告の一覧](/damage/losses/)　[被害・復旧](/damage/)\n"
                .formatted(occasion.path()));
    }

    @Override
    public List<SourceFile> files(List<Announcement> announcements) {
        return touchedPages(announcements).stream()
                .flatMap(one -> occasion(one).stream().flatMap(occasion -> files(one.government(), occasion).stream()))
                .toList();
    }

    @Override
    public List<SourceFile> files(String government) {
        return occasions(government).stream()
                .flatMap(occasion -> files(government, occasion).stream())
                .toList();
    }

    private List<SourceFile> files(String code, Occasion occasion) {
        var government = directory.getGovernment(code);
        var rows = government.isPrefecture() ? rows(occasion) : rows(government, occasion);
        return rows.stream().allMatch(row -> row.report() == null) ? List.of() : LossFiles.of(code, occasion, rows);
    }

    private List<LossFiles.Row> rows(Occasion occasion) {
        var total = LossReports.total(occasion, directory.listGovernments(), store.newest(occasion.code()));
        return total.lines().stream()
                .map(line -> new LossFiles.Row(
                        line.government().code(), line.government().name(), line.report()))
                .toList();
    }

    /** Every report of its own, the first one first. */
    private List<LossFiles.Row> rows(Government government, Occasion occasion) {
        return store.log(government.code(), occasion.code(), LossReports.LOG_MAX).reversed().stream()
                .map(report -> new LossFiles.Row(government.code(), government.name(), report))
                .toList();
    }
}
