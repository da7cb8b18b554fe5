package noroshi.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import noroshi.people.Directory;
import noroshi.platform.Announcement;
import noroshi.site.DataSet;
import noroshi.site.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the catalogue says of headquarters. */
@Component
@Order(6)
class HeadquartersData implements DataSource {

    private final HeadquartersStore store;
    private final Directory directory;

    HeadquartersData(HeadquartersStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    @Override
    public Set<String> topics() {
        return Set.of(LeadHeadquarters.CHANGED);
    }

    /** A prefecture lists its municipalities' as well. */
    @Override
    public Set<String> governments(Announcement announcement) {
        return new TreeSet<>(List.of(announcement.government(), directory.prefectureOf(announcement.government())));
    }

    @Override
    public List<DataSet> dataSets(String government) {
        var path = HeadquartersPages.PATH;
        var told = directory.getGovernment(government).isPrefecture()
                ? store.inPrefecture(government, HeadquartersPages.PREFECTURE_LISTED_MAX)
                : store.newest(government, LeadHeadquarters.LISTED_MAX);
        return List.of(new DataSet(
                "headquarters",
                "災害対策本部",
                "災害対策本部の設置・変更・解散です。実際の災害かどうかは「扱い」の列にあります。",
                List.of("災害対策本部", "防災"),
                path,
                told.stream().mapToLong(one -> one.acts().size()).sum(),
                told.stream()
                        .map(one -> one.newest().recordedAt())
                        .max(Instant::compareTo)
                        .orElse(null),
                List.of(
                        DataSet.File.csv(path + "headquarters.csv", "設置・変更・解散の一覧", ""),
                        DataSet.File.json(path + "headquarters.json", "設置・変更・解散の一覧"),
                        DataSet.File.atom(path + "feed.xml", "更新情報"))));
    }
}
