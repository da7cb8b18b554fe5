package noroshi.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A municipality sends its next 第n報. Figures that contradict each other are refused, each named at its field. */
@Component
public final class ReportLosses {

    static final int NOTE_CHARACTERS_MAX = 1000;
    static final int SERIAL_MAX = 2000;

    private final Tenancy tenancy;
    private final LossStore store;
    private final LossReports reports;
    private final Directory directory;
    private final DamageNews news;
    private final Audit audit;

    ReportLosses(
            Tenancy tenancy, LossStore store, LossReports reports, Directory directory, DamageNews news, Audit audit) {
        this.tenancy = tenancy;
        this.store = store;
        this.reports = reports;
        this.directory = directory;
        this.news = news;
        this.audit = audit;
    }

    /** @param seen serial of the newest report that the officer saw; 0: none; @param asOf when the figures were so; @param at now */
    public record Command(
            String government,
            String occasion,
            int seen,
            Losses losses,
            Instant asOf,
            String note,
            String source,
            @Nullable Instant nextUpdate,
            Officer by,
            Instant at) {}

    public LossOutcome handle(Command command) {
        var lacking = Rights.lackingToReportLosses(command.by(), command.government());
        if (lacking.isPresent()) return new LossOutcome.NotAllowed(lacking.get());
        if (reports.occasion(command.government(), command.occasion()).isEmpty()) return new LossOutcome.Missing();
        return tenancy.in(command.government(), () -> write(command));
    }

    private LossOutcome write(Command command) {
        if (directory.getGovernment(command.government()).isPrefecture())
            return new LossOutcome.NotAllowed("県の被害報告は市町村の報告の合計です。入力するのは市町村です。");
        var before = store.newest(command.government(), command.occasion()).orElse(null);
        if (before != null && before.serial() != command.seen()) return new LossOutcome.Overtaken(before);
        var wrong = new ArrayList<Contradiction>(words(command));
        wrong.addAll(LossRules.within(command.losses()));
        wrong.addAll(LossRules.since(before, command.losses(), command.asOf(), command.note()));
        if (!wrong.isEmpty()) return new LossOutcome.Contradicting(wrong);
        var report = report(command, before == null ? 1 : before.serial() + 1);
        if (!store.add(report))
            return new LossOutcome.Overtaken(
                    store.newest(command.government(), command.occasion()).orElseThrow());
        audit.record(
                command.government(),
                command.by().id(),
                "losses.reported",
                "losses:" + command.occasion(),
                "第%d報".formatted(report.serial()));
        news.lossesReported(command.government(), command.occasion(), report.serial());
        return new LossOutcome.Done(report);
    }

    private static LossReport report(Command command, int serial) {
        boolean home = command.by().government().equals(command.government());
        return new LossReport(
                command.government(),
                command.occasion(),
                serial,
                command.asOf(),
                command.at(),
                LossRules.completed(command.losses()),
                command.note().strip(),
                command.source().strip(),
                command.nextUpdate(),
                home ? command.by().id() : null);
    }

    private static List<Contradiction> words(Command command) {
        var wrong = new ArrayList<Contradiction>();
        if (command.losses().figures().isEmpty())
            wrong.add(new Contradiction("", "数字が一つもありません。被害がなければ0を、分からない欄は空欄にしてください。"));
        command.losses().figures().forEach((figure, value) -> {
            if (value > Losses.FIGURE_MAX)
                wrong.add(Contradiction.at(
                        figure, "「%s」は%,dまでです。単位を確かめてください。".formatted(figure.whole(), Losses.FIGURE_MAX)));
        });
        if (command.asOf().isAfter(command.at().plus(TellingRules.AHEAD_MAX)))
            wrong.add(new Contradiction("at", "「いつ現在」が先の時刻です。確かめた時刻を入れてください。"));
        var next = command.nextUpdate();
        if (next != null && !next.isAfter(command.asOf()))
            wrong.add(new Contradiction("next", "「次回更新」は「いつ現在」より後にしてください。"));
        if (command.source().isBlank() || command.source().length() > TellingRules.SOURCE_CHARACTERS_MAX)
            wrong.add(
                    new Contradiction("source", "「情報源」を%d字までで入れてください。".formatted(TellingRules.SOURCE_CHARACTERS_MAX)));
        if (command.note().length() > NOTE_CHARACTERS_MAX)
            wrong.add(new Contradiction("note", "「備考」は%,d字までです。".formatted(NOTE_CHARACTERS_MAX)));
        if (command.seen() >= SERIAL_MAX)
            wrong.add(new Contradiction("", "第%d報までです。管理者に相談してください。".formatted(SERIAL_MAX)));
        return wrong;
    }
}
