package noroshi.persons;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.persons.Suppression.Trace;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/**
 * Whoever is protected in one town may stand in the records of any other: those are held back as well, until an administrator there
 * has looked. Works with hashes alone; what is recorded from now on is held back at once, by {@link RecordPerson}.
 */
@Component
class HoldAlike implements Listener {

    private static final int BATCH_MAX = 100;

    private final PersonStore store;
    private final Suppression suppression;
    private final PersonDesk desk;
    private final Directory directory;
    private final Tenancy tenancy;
    private final InstantSource clock;

    HoldAlike(
            PersonStore store,
            Suppression suppression,
            PersonDesk desk,
            Directory directory,
            Tenancy tenancy,
            InstantSource clock) {
        this.store = store;
        this.suppression = suppression;
        this.desk = desk;
        this.directory = directory;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "persons-held";
    }

    @Override
    public Set<String> topics() {
        return Set.of(PersonDesk.PROTECTED);
    }

    @Override
    public Lane lane() {
        return Lane.ORDINARY;
    }

    @Override
    public int batchMax() {
        return BATCH_MAX;
    }

    @Override
    public void handle(List<Announcement> batch) {
        var persons = new HashMap<String, List<Long>>();
        for (var one : batch)
            persons.computeIfAbsent(one.government(), code -> new ArrayList<>())
                    .add(Long.parseLong(one.fact("person")));
        tenancy.runEverywhere(() -> {
            var traces = new HashMap<String, List<Trace>>();
            persons.forEach(
                    (government, ids) -> suppression.traces(government, ids).forEach(trace -> traces.computeIfAbsent(
                                    trace.hash(), hash -> new ArrayList<>())
                            .add(trace)));
            if (!traces.isEmpty())
                directory.listGovernments().stream().map(Government::code).forEach(code -> hold(code, traces));
        });
    }

    private void hold(String government, Map<String, List<Trace>> traces) {
        var alike = new ArrayList<Long>();
        store.each(government, null, person -> {
            if (suppression.meets(traces, person.facts())) alike.add(person.id());
        });
        for (long person : alike) desk.hold(government, person, null, clock.instant());
    }
}
