package noroshi.lalert;

import java.time.InstantSource;
import java.util.List;
import noroshi.emergency.EvacuationStatus;
import noroshi.emergency.LeadHeadquarters;
import noroshi.people.Directory;
import noroshi.platform.Audit;
import noroshi.platform.Listener;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.shelters.Shelters;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of other features see which documents are made. */
public final class LalertForTests {

    public final LalertDesk desk;
    private final Tenancy tenancy;
    private final LalertStore store;
    public final Listener listener;

    public LalertForTests(
            JdbcClient sql,
            Tenancy tenancy,
            InstantSource clock,
            Audit audit,
            Directory directory,
            Settings settings,
            EvacuationStatus evacuation,
            LeadHeadquarters headquarters,
            Shelters shelters) {
        this.tenancy = tenancy;
        store = new LalertStore(sql);
        desk = new LalertDesk(tenancy, store, audit);
        listener = new LalertListener(
                tenancy,
                store,
                new MakeDocument(store, directory, settings, clock),
                evacuation,
                headquarters,
                shelters,
                directory);
    }

    /** With what stands in them, the newest first. */
    public List<LalertEntry> documents(String government) {
        return tenancy.in(government, () -> store.newest(government, LalertDesk.LISTED_MAX).stream()
                .map(entry -> store.find(government, entry.id()).orElseThrow())
                .toList());
    }
}
