package noroshi.shelters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import noroshi.site.DataSet;
import noroshi.site.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the catalogue says of shelters and of each list of facilities. */
@Component
@Order(10)
class PlaceData implements DataSource {

    private static final String STANDARD =
            "https://www.digital.go.jp/resources/open_data/municipal-standard-data-set-test";

    private final PlaceStore places;

    PlaceData(PlaceStore places) {
        this.places = places;
    }

    @Override
    public Set<String> topics() {
        return Set.of(News.CHANGED);
    }

    @Override
    public List<DataSet> dataSets(String government) {
        var sets = new ArrayList<DataSet>();
        sets.add(shelters(places.list(government, Master.SHELTER)));
        for (var kind : new TreeSet<>(places.kinds(government)))
            if (!kind.equals(Master.SHELTER)) {
                var all = places.list(government, kind);
                if (!all.isEmpty()) sets.add(facilities(kind, all));
            }
        return sets;
    }

    private static DataSet shelters(List<Shelter> all) {
        return new DataSet(
                "shelters",
                "避難所・避難場所と開設状況",
                "指定緊急避難場所・指定避難所の一覧と、開設状況・避難者数・混雑・足りないものです。",
                List.of("避難所", "指定緊急避難場所", "防災"),
                "/shelters/",
                all.size(),
                newest(all),
                List.of(
                        DataSet.File.csv("/shelters/shelters.csv", "一覧（自治体標準オープンデータセット、39列）", STANDARD),
                        DataSet.File.csv("/shelters/status.csv", "開設状況", ""),
                        DataSet.File.json("/shelters/shelters.json", "一覧と開設状況"),
                        DataSet.File.geoJson("/shelters/shelters.geojson", "位置と開設状況"),
                        new DataSet.File(
                                "/shelters/sip4d.zip",
                                "SIP4D-ZIP",
                                "避難所（01-001-01、版1.1）",
                                "application/zip",
                                "https://www.sip4d.jp/")));
    }

    private static DataSet facilities(String kind, List<Shelter> all) {
        var path = FacilityPages.path(kind);
        return new DataSet(
                "facilities-" + path.substring(path.lastIndexOf('/') + 1),
                kind,
                "施設の一覧です。",
                List.of(kind, "施設"),
                path,
                all.size(),
                newest(all),
                List.of(
                        DataSet.File.csv(path + ".csv", "一覧", ""),
                        DataSet.File.json(path + ".json", "一覧"),
                        DataSet.File.geoJson(path + ".geojson", "位置")));
    }

    private static @Nullable Instant newest(List<Shelter> all) {
        Instant newest = null;
        for (var one : all) {
            var report = one.report();
            var at = report != null && report.receivedAt().isAfter(one.changedAt())
                    ? report.receivedAt()
                    : one.changedAt();
            if (newest == null || at.isAfter(newest)) newest = at;
        }
        return newest;
    }
}
