package noroshi.shelters;

import java.security.SecureRandom;
import noroshi.letters.LettersForOthers;
import noroshi.platform.Audit;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every part of the feature, put together as the office does. */
final class SheltersForTests {

    final PlaceStore places;
    final ReportStore reports;
    final ImportStore imports;
    final PassStore passes;
    final Logbook logbook;
    final ReportShelter report;
    final ChangeShelter change;
    final ImportPlaces importPlaces;
    final UndoImport undo;
    final IssuePass issue;
    final RevokeDevice revoke;
    final ReportLetter reportLetter;
    final EnrolmentLetter enrolmentLetter;
    final Shelters shelters;
    final DecideDispute decide;

    SheltersForTests(JdbcClient sql, Tenancy tenancy, Outbox outbox, Audit audit) {
        var waiting = LettersForOthers.waiting(sql);
        places = new PlaceStore(sql);
        reports = new ReportStore(sql);
        imports = new ImportStore(sql);
        passes = new PassStore(sql);
        var news = new News(outbox);
        logbook = new Logbook(places, reports, news, audit);
        report = new ReportShelter(tenancy, places, logbook);
        change = new ChangeShelter(tenancy, places, news, audit);
        importPlaces = new ImportPlaces(tenancy, places, imports, new ImportedCounts(places, logbook), news, audit);
        undo = new UndoImport(tenancy, places, imports, news, audit);
        issue = new IssuePass(tenancy, places, passes, audit, new SecureRandom());
        revoke = new RevokeDevice(tenancy, passes, audit);
        reportLetter = new ReportLetter(places, passes, reports, logbook, waiting);
        enrolmentLetter = new EnrolmentLetter(passes, waiting, audit);
        shelters = new Shelters(places, reports, tenancy);
        decide = new DecideDispute(tenancy, sql, places, reports, logbook, news, audit);
    }
}
