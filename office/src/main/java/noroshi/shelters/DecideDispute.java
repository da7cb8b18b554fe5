package noroshi.shelters;

import java.sql.Timestamp;
import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.shelters.Report.Source;
import noroshi.shelters.ReportStore.Arrival;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two reports said different things without knowing of each other: an officer who has asked decides which one holds. */
@Component
public final class DecideDispute {

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final PlaceStore places;
    private final ReportStore reports;
    private final Logbook logbook;
    private final News news;
    private final Audit audit;

    DecideDispute(
            Tenancy tenancy,
            JdbcClient sql,
            PlaceStore places,
            ReportStore reports,
            Logbook logbook,
            News news,
            Audit audit) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.places = places;
        this.reports = reports;
        this.logbook = logbook;
        this.news = news;
        this.audit = audit;
    }

    /** @param report the disputed one, as it was seen; @param keep false: what was told before it is told again */
    public record Command(String government, long shelter, long report, boolean keep, Officer by, Instant at) {}

    public ShelterOutcome handle(Command command) {
        var lacking = Rights.lackingToReport(command.by(), command.government());
        if (lacking.isPresent()) return lacking.get();
        return tenancy.in(command.government(), () -> {
            var found = places.lock(command.government(), command.shelter());
            if (found.isEmpty()) return new ShelterOutcome.Missing();
            var now = found.get().report();
            if (now == null || now.id() != command.report() || !now.disputed())
                return new ShelterOutcome.Overtaken(found.get());
            return decide(found.get(), now, command);
        });
    }

    private ShelterOutcome decide(Shelter shelter, Report disputed, Command command) {
        var before = reports.before(command.government(), shelter.id(), disputed);
        if (!command.keep() && before.isEmpty()) return new ShelterOutcome.Invalid("", "前の報告がありません。新しく報告してください。");
        settle(command);
        if (command.keep()) news.reported(shelter);
        else
            logbook.write(
                    shelter, again(before.orElseThrow(), command), command.by().id());
        var after = places.find(command.government(), command.shelter()).orElseThrow();
        return new ShelterOutcome.Done(after, command.keep() ? "新しい報告のままにしました。" : "前の報告に戻し、公開しました。");
    }

    private void settle(Command command) {
        sql.sql("""
                        insert into shelter_dispute (government, report, kept, decided_at, officer)
                        values (:government, :report, :kept, :at, :officer)
                        """)
                .param("government", command.government())
                .param("report", command.report())
                .param("kept", command.keep())
                .param("at", Timestamp.from(command.at()))
                .param("officer", command.by().id())
                .update();
        audit.record(
                command.government(),
                command.by().id(),
                "shelter.dispute_decided",
                "shelter:" + command.shelter(),
                command.keep() ? "kept" : "restored");
    }

    /** What was said before, as of now: whoever decided has asked. */
    private static Arrival again(Report before, Command command) {
        var told = before.told();
        var next = told.nextUpdate();
        var asOfNow = new Told(
                command.at(),
                told.state(),
                told.people(),
                told.households(),
                told.voluntaryPeople(),
                told.voluntaryHouseholds(),
                told.crowding(),
                told.needs(),
                told.note(),
                next != null && next.isAfter(command.at()) ? next : null);
        boolean home = command.by().government().equals(command.government());
        return new Arrival(
                command.government(),
                command.shelter(),
                asOfNow,
                command.at(),
                Source.OFFICER,
                home ? command.by().id() : null,
                null,
                null,
                command.report());
    }
}
