package noroshi.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.DatabaseTest;
import noroshi.platform.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole feature on a real database, with three officers. */
abstract class PersonsHouse extends DatabaseTest {

    protected static final String MIYAGI = "040002";
    protected static final String ISHINOMAKI = "042021";

    @TempDir
    Path folder;

    protected final PersonStore store = new PersonStore(sql);
    protected final NoteStore notes = new NoteStore(sql);
    protected final PersonDesk desk = new PersonDesk(store, tenancy, outbox, audit);
    protected final Directory directory = new Directory(sql);
    protected final NameListStore listRows = new NameListStore(sql);
    protected final NameListPages pages = new NameListPages(listRows, directory);
    protected final OfficeIndex index = new OfficeIndex(store, clock);
    protected final PublicIndex publicIndex = new PublicIndex(sql, tenancy);

    private final Settings settings = new Settings(
            URI.create("https://www.pref.miyagi.example"),
            URI.create("https://office.example"),
            Path.of("unused"),
            MIYAGI,
            false,
            new Settings.Database("", "", ""),
            List.of(),
            new Settings.Smtp("", 25, "", "", "none", ""),
            new Settings.Jma(List.of(), null),
            null);

    protected Officer writer = officer(0, Set.of());
    protected Officer approver = writer;
    protected Officer administrator = writer;

    private static Officer officer(long id, Set<Role> roles) {
        return new Officer(id, ISHINOMAKI, "nobody", "", "", roles, false);
    }

    @BeforeEach
    void staff() {
        tenancy.runEverywhere(() -> {
            sql.sql("""
                            insert into government (code, name, kind, parent) values
                                ('040002', '宮城県', 'prefecture', null), ('042021', '石巻市', 'city', '040002'),
                                ('042056', '気仙沼市', 'city', '040002')
                            """).update();
            sql.sql("insert into department (government, code, name, phone) values ('042021', 'bousai', '防災課', '')")
                    .update();
        });
        listeners.add(new HoldAlike(store, suppression(), desk, directory, tenancy, clock));
        writer = add("writer", Role.AUTHOR);
        approver = add("approver", Role.APPROVER);
        administrator = add("administrator", Role.ADMINISTRATOR);
    }

    private Officer add(String login, Role role) {
        var officers = new Officers(sql);
        return tenancy.everywhere(() -> {
            long id = officers.add(
                    new Officers.NewOfficer(ISHINOMAKI, login, "bousai", login, "", Set.of(role)),
                    null,
                    clock.instant());
            return officers.find(ISHINOMAKI, id).orElseThrow();
        });
    }

    protected KeyedHash hash() {
        return new KeyedHash(folder.resolve("persons.key"));
    }

    protected Suppression suppression() {
        return new Suppression(sql, hash());
    }

    protected RecordPerson record() {
        return new RecordPerson(store, notes, desk, suppression(), tenancy, settings);
    }

    protected ChangePerson change() {
        return new ChangePerson(store, desk, suppression(), tenancy, new Protected(sql));
    }

    /** What follows a protection a moment later. */
    protected void protect(long person) {
        assertThat(change().protect(on(person, writer))).isInstanceOf(PersonOutcome.Done.class);
    }

    protected LookUpPersons lookUps() {
        return new LookUpPersons(sql, index, store, notes, hash(), desk, tenancy);
    }

    protected NameLists lists() {
        return new NameLists(listRows, store, desk, lookUps(), outbox, tenancy);
    }

    protected Unidentified unidentified() {
        return new Unidentified(sql, store, desk, tenancy);
    }

    protected ExpirePersons expiry() {
        return new ExpirePersons(sql, unidentified(), tenancy, outbox, audit, clock);
    }

    protected WriteNote write() {
        return new WriteNote(notes, store, desk, record(), tenancy);
    }

    protected ImportPersons imports() {
        return new ImportPersons(store, notes, record(), desk, tenancy);
    }

    protected ExportPersons exports() {
        return new ExportPersons(sql, store, notes, lookUps(), desk, tenancy);
    }

    protected Duplicates duplicates() {
        return new Duplicates(sql, store, notes, desk, record(), lookUps(), tenancy);
    }

    protected static PersonFacts facts(String family, String given, String familyKana, String givenKana) {
        return new PersonFacts(
                family, given, familyKana, givenKana, "", Sex.UNKNOWN, "", "", "宮城県", "石巻市", "門脇町", "1-2-3", "");
    }

    protected long person(String family, String given, String familyKana, String givenKana, Consent consent) {
        var command = new RecordPerson.Command(
                ISHINOMAKI, facts(family, given, familyKana, givenKana), consent, "窓口", writer, clock.instant());
        return ((PersonOutcome.Done) record().handle(command)).person();
    }

    protected ChangePerson.On on(long person, Officer by) {
        int version = tenancy.in(
                ISHINOMAKI, () -> store.find(ISHINOMAKI, person).orElseThrow().version());
        return new ChangePerson.On(ISHINOMAKI, person, version, by, clock.instant());
    }

    protected List<String> found(String typed) {
        return switch (lookUps().search(ISHINOMAKI, typed, writer, clock.instant())) {
            case LookUpPersons.Found.Persons(var persons) ->
                persons.stream().map(one -> one.facts().written()).toList();
            case LookUpPersons.Found.Refused(var reason) -> List.of(reason);
        };
    }

    protected NameLists.On on(long list, Officer by, Instant at) {
        return new NameLists.On(
                ISHINOMAKI,
                list,
                tenancy.in(ISHINOMAKI, () -> listRows.find(ISHINOMAKI, list).orElseThrow())
                        .version(),
                by,
                at);
    }
}
