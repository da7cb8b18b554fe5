package noroshi.damage;

import noroshi.people.Directory;
import noroshi.platform.Audit;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every part of the feature, put together as the office does. */
final class DamageForTests {

    final DamageStore store;
    final LossStore losses;
    final Damages damages;
    final LossReports lossReports;
    final ReportDamage report;
    final ChangeDamage change;
    final OpenOccasion open;
    final ReportLosses reportLosses;

    DamageForTests(JdbcClient sql, Tenancy tenancy, Directory directory, Outbox outbox, Audit audit) {
        store = new DamageStore(sql);
        losses = new LossStore(sql);
        var news = new DamageNews(outbox);
        damages = new Damages(store, tenancy);
        lossReports = new LossReports(losses, directory, tenancy);
        report = new ReportDamage(tenancy, store, news, audit);
        change = new ChangeDamage(tenancy, store, news, audit);
        open = new OpenOccasion(tenancy, losses, audit);
        reportLosses = new ReportLosses(tenancy, losses, lossReports, directory, news, audit);
    }
}
