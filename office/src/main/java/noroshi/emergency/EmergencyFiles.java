package noroshi.emergency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import noroshi.emergency.EmergencyCap.Teller;
import noroshi.people.Directory;
import noroshi.platform.Announcement;
import noroshi.platform.Settings;
import noroshi.site.PageSource;
import noroshi.site.SourceFile;
import noroshi.standards.cap.Alert;
import noroshi.standards.cap.CapWriter;
import org.springframework.stereotype.Component;

/** Each state of an emergency as a CAP file that never changes, and a feed of the newest. */
@Component
class EmergencyFiles implements PageSource {

    static final int CHANGES_LISTED_MAX = 100;
    /** So far back a site that is built anew has its CAP files: later messages refer to them. */
    private static final int CHANGES_KEPT_MAX = 2_000;

    private final EmergencyStore emergencies;
    private final EvacuationStore evacuation;
    private final Directory directory;
    private final Settings settings;

    EmergencyFiles(EmergencyStore emergencies, EvacuationStore evacuation, Directory directory, Settings settings) {
        this.emergencies = emergencies;
        this.evacuation = evacuation;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public Set<String> topics() {
        return Set.of("emergency.changed");
    }

    /** Only the states that these announcements can have brought: older ones stand already and never change. */
    @Override
    public List<SourceFile> files(List<Announcement> announcements) {
        var events = new TreeMap<String, Map<String, Integer>>();
        for (var one : announcements)
            for (var government : one.fact("governments").split(" "))
                events.computeIfAbsent(government, g -> new TreeMap<>())
                        .merge(one.event().key(), 1, Integer::sum);
        return events.entrySet().stream()
                .flatMap(one -> files(one.getKey(), one.getValue()).stream())
                .toList();
    }

    @Override
    public List<SourceFile> files(String government) {
        var events = new TreeMap<String, Integer>();
        emergencies
                .newestChanges(government, CHANGES_KEPT_MAX)
                .forEach(change -> events.put(change.emergency().event(), Integer.MAX_VALUE));
        return files(government, events);
    }

    /** @param events and how many of their newest states, of each hazard, may be new */
    private List<SourceFile> files(String government, Map<String, Integer> events) {
        var teller = new Teller(
                directory.getGovernment(government).name(),
                settings.publicUrl().toString().replaceFirst("/$", "") + "/" + government);
        var files = new ArrayList<SourceFile>();
        for (var event : events.entrySet()) {
            var byHazard = new TreeMap<Hazard, List<EmergencyChange>>();
            for (var change : emergencies.changes(government, event.getKey()))
                byHazard.computeIfAbsent(change.emergency().hazard(), h -> new ArrayList<>())
                        .add(change);
            for (var changes : byHazard.values()) {
                int known = changes.size() - Math.min(changes.size(), event.getValue());
                for (int told = known + 1; told <= changes.size(); told++)
                    files.add(file(
                            government,
                            path(changes.get(told - 1)),
                            EmergencyCap.of(teller, changes.subList(0, told))));
            }
        }
        var changes = emergencies.newestChanges(government, CHANGES_LISTED_MAX);
        files.add(new SourceFile(
                government, CapFeed.PATH, "application/atom+xml; charset=utf-8", CapFeed.of(teller, changes), false));
        files.addAll(EmergencyTables.of(
                government, teller.site(), changes, evacuation.decided(government, CHANGES_LISTED_MAX)));
        return files;
    }

    private static SourceFile file(String government, String path, Alert alert) {
        var text = new String(CapWriter.write(alert), StandardCharsets.UTF_8);
        return new SourceFile(government, path, "application/cap+xml; charset=utf-8", text, false);
    }

    static String path(EmergencyChange change) {
        return "/cap/%d.xml".formatted(change.id());
    }
}
