package noroshi.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import noroshi.people.Directory;
import noroshi.platform.Announcement;
import noroshi.site.DataSet;
import noroshi.site.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the catalogue says of reports of losses: an entry for each occasion that has been reported on. */
@Component
@Order(21)
class LossData implements DataSource {

    private final LossStore store;
    private final Directory directory;

    LossData(LossStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    @Override
    public Set<String> topics() {
        return Set.of(DamageNews.LOSSES_REPORTED);
    }

    /** A report changes its prefecture's sum, too. */
    @Override
    public Set<String> governments(Announcement announcement) {
        var governments = new LinkedHashSet<String>();
        governments.add(announcement.government());
        governments.add(directory.prefectureOf(announcement.government()));
        return governments;
    }

    @Override
    public List<DataSet> dataSets(String government) {
        boolean prefecture = directory.getGovernment(government).isPrefecture();
        var sets = new ArrayList<DataSet>();
        var reported = prefecture ? store.reportedIn(government.substring(0, 2)) : store.reported(government);
        for (var occasion : store.occasions(directory.prefectureOf(government))) {
            if (!reported.contains(occasion.code())) continue;
            var reports = prefecture
                    ? LossReports.total(occasion, directory.listGovernments(), store.newest(occasion.code()))
                            .lines()
                            .stream()
                            .map(PrefectureTotal.Line::report)
                            .filter(Objects::nonNull)
                            .toList()
                    : store.log(government, occasion.code(), LossReports.LOG_MAX);
            if (!reports.isEmpty()) sets.add(dataSet(occasion, reports, prefecture));
        }
        return sets;
    }

    private static DataSet dataSet(Occasion occasion, List<LossReport> reports, boolean prefecture) {
        return new DataSet(
                "losses-" + occasion.code(),
                occasion.name() + " 被害報告",
                "死傷者・住家などの被害です（消防庁 第4号様式その2の項目）。調査中の欄は空です。" + (prefecture ? "市町村ごとに1行です。" : "1報に1行です。"),
                List.of("被害報告", "死傷者", "住家被害"),
                occasion.path(),
                reports.size(),
                reports.stream().map(LossReport::at).max(Instant::compareTo).orElse(null),
                List.of(
                        DataSet.File.csv(occasion.path() + ".csv", "報告の数字", ""),
                        DataSet.File.json(occasion.path() + ".json", "報告の数字")));
    }
}
