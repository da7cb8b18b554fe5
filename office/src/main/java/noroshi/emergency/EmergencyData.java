package noroshi.emergency;

import java.util.List;
import java.util.Set;
import noroshi.platform.Announcement;
import noroshi.site.DataSet;
import noroshi.site.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the catalogue says of emergencies and evacuation information. */
@Component
@Order(5)
class EmergencyData implements DataSource {

    private static final String CAP = "https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html";

    private final EmergencyStore emergencies;
    private final EvacuationStore evacuation;

    EmergencyData(EmergencyStore emergencies, EvacuationStore evacuation) {
        this.emergencies = emergencies;
        this.evacuation = evacuation;
    }

    @Override
    public Set<String> topics() {
        return Set.of("emergency.changed");
    }

    @Override
    public Set<String> governments(Announcement announcement) {
        return Set.copyOf(List.of(announcement.fact("governments").split(" ")));
    }

    @Override
    public List<DataSet> dataSets(String government) {
        var changes = emergencies.newestChanges(government, EmergencyFiles.CHANGES_LISTED_MAX);
        var orders = evacuation.decided(government, EmergencyFiles.CHANGES_LISTED_MAX);
        return List.of(
                new DataSet(
                        "emergencies",
                        "緊急態勢",
                        "緊急態勢が通った状態を、新しいものから%dまで。実際の災害かどうかは「扱い」の列にあります。".formatted(EmergencyFiles.CHANGES_LISTED_MAX),
                        List.of("緊急", "警報", "CAP", "防災"),
                        "/",
                        changes.size(),
                        changes.isEmpty() ? null : changes.getFirst().at(),
                        List.of(
                                new DataSet.File(
                                        CapFeed.PATH, "Atom・CAP 1.2", "CAP 1.2の文書へのリンク", "application/atom+xml", CAP),
                                DataSet.File.csv(EmergencyTables.EMERGENCIES + ".csv", "一覧", ""),
                                DataSet.File.json(EmergencyTables.EMERGENCIES + ".json", "一覧"))),
                new DataSet(
                        "evacuation",
                        "避難情報（発令・解除）",
                        "決定した発令と解除を、新しいものから%dまで。".formatted(EmergencyFiles.CHANGES_LISTED_MAX),
                        List.of("避難指示", "高齢者等避難", "緊急安全確保"),
                        "/",
                        orders.size(),
                        orders.isEmpty() ? null : orders.getFirst().at(),
                        List.of(
                                DataSet.File.csv(EmergencyTables.EVACUATION + ".csv", "発令と解除の一覧", ""),
                                DataSet.File.json(EmergencyTables.EVACUATION + ".json", "発令と解除の一覧"))));
    }
}
