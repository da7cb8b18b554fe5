package noroshi.lalert;

import java.time.InstantSource;
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
        var store = new LalertStore(sql);
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
}
