package noroshi.damage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import noroshi.site.DataSet;
import noroshi.site.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the catalogue says of damage. */
@Component
@Order(20)
class DamageData implements DataSource {

    private final DamageStore store;

    DamageData(DamageStore store) {
        this.store = store;
    }

    @Override
    public Set<String> topics() {
        return Set.of(DamageNews.CHANGED);
    }

    @Override
    public List<DataSet> dataSets(String government) {
        var all = store.list(government);
        var newest = all.stream()
                .map(one -> one.told().at())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return List.of(new DataSet(
                "damage",
                "被害・復旧",
                "道路・水道・電力・学校などの被害と復旧の状況、復旧の見込みです。",
                List.of("被害", "復旧", "防災"),
                "/damage/",
                all.size(),
                newest,
                List.of(
                        DataSet.File.csv("/damage/damage.csv", "被害・復旧の一覧", ""),
                        DataSet.File.json("/damage/damage.json", "被害・復旧の一覧"),
                        DataSet.File.geoJson("/damage/damage.geojson", "位置と状況"))));
    }
}
