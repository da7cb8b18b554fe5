package noroshi.lalert;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import noroshi.emergency.EvacuationStatus;
import noroshi.emergency.EvacuationStatus.Subject;
import noroshi.emergency.LeadHeadquarters;
import noroshi.lalert.LalertEntry.Kind;
import noroshi.people.Directory;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Tenancy;
import noroshi.shelters.Shelters;
import org.springframework.stereotype.Component;

/** Makes documents at the moments at which CAP is made, and when a shelter opens or closes. The same announcement twice makes nothing twice. */
@Component
class LalertListener implements Listener {

    private static final int BATCH_MAX = 50;
    private static final String SHELTER_STATE_CHANGED = "shelter.state-changed";

    private final Tenancy tenancy;
    private final LalertStore store;
    private final MakeDocument makeDocument;
    private final EvacuationStatus evacuation;
    private final LeadHeadquarters headquarters;
    private final Shelters shelters;
    private final Directory directory;

    LalertListener(
            Tenancy tenancy,
            LalertStore store,
            MakeDocument makeDocument,
            EvacuationStatus evacuation,
            LeadHeadquarters headquarters,
            Shelters shelters,
            Directory directory) {
        this.tenancy = tenancy;
        this.store = store;
        this.makeDocument = makeDocument;
        this.evacuation = evacuation;
        this.headquarters = headquarters;
        this.shelters = shelters;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "lalert";
    }

    @Override
    public Set<String> topics() {
        return Set.of("emergency.changed", LeadHeadquarters.CHANGED, SHELTER_STATE_CHANGED);
    }

    @Override
    public Lane lane() {
        return Lane.ALERT;
    }

    @Override
    public int batchMax() {
        return BATCH_MAX;
    }

    @Override
    public void handle(List<Announcement> batch) {
        for (var one : newestOfEach(batch)) tenancy.run(one.government(), () -> handle(one));
    }

    /** A document tells of all shelters of its government: many that open at once make one. */
    static List<Announcement> newestOfEach(List<Announcement> batch) {
        var told = new HashSet<String>();
        return batch.reversed().stream()
                .filter(one -> !one.event().topic().equals(SHELTER_STATE_CHANGED) || told.add(one.government()))
                .toList()
                .reversed();
    }

    private void handle(Announcement one) {
        var government = one.government();
        store.hold(government);
        switch (one.event().topic()) {
            case LeadHeadquarters.CHANGED -> headquarters(government, Integer.parseInt(one.fact("headquarters")));
            case SHELTER_STATE_CHANGED ->
                makeDocument.handle(
                        government,
                        ShelterDrafts.of(shelters.list(government), running(government, Kind.SHELTERS, "")));
            default ->
                Subject.of(one.event().key()).ifPresent(subject -> {
                    var before = running(government, Kind.EVACUATION, EvacuationDrafts.thread(subject));
                    var status = evacuation.of(government, subject);
                    var name = directory.getGovernment(government).name();
                    makeDocument.handle(government, EvacuationDrafts.of(name, subject, status, before));
                });
        }
    }

    /** Every act that no document told of yet, in its order. */
    private void headquarters(String government, int number) {
        var found = headquarters.find(government, number).orElse(null);
        if (found == null) return;
        int told = store.newest(government, Kind.HEADQUARTERS, String.valueOf(number))
                .map(LalertEntry::revision)
                .orElse(0);
        for (int serial = told + 1; serial <= found.acts().size(); serial++)
            makeDocument.handle(government, HeadquartersDrafts.of(found, serial));
    }

    /** What the last revision told, where its document still runs. */
    private String running(String government, Kind kind, String thread) {
        return store.newest(government, kind, thread)
                .filter(last -> !last.ended())
                .map(LalertEntry::told)
                .orElse("");
    }
}
