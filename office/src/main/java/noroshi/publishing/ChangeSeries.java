package noroshi.publishing;

import java.util.Map;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** A series' name, its description and how many approvals it needs; the public pages follow. */
@Component
public final class ChangeSeries {

    public static final int APPROVALS_MAX = 9;
    static final int NAME_CHARACTERS_MAX = 60;
    static final int DESCRIPTION_CHARACTERS_MAX = 300;

    private final SeriesShelf shelf;
    private final Tenancy tenancy;
    private final Audit audit;
    private final Outbox outbox;

    ChangeSeries(SeriesShelf shelf, Tenancy tenancy, Audit audit, Outbox outbox) {
        this.shelf = shelf;
        this.tenancy = tenancy;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** @param approvals how many officers other than the author must approve */
    public record Command(String government, String code, String name, String description, int approvals, Officer by) {

        public Command {
            name = name.strip();
            description = description.strip();
        }
    }

    /** How it ends; in every case but {@link Done} nothing was changed. */
    public sealed interface Ended {

        record Done(Series series) implements Ended {}

        record Invalid(Outcome.Problem problem) implements Ended {}

        /** There is no such series in this government. */
        record Missing() implements Ended {}

        /** @param reason for the officer to read (Japanese) */
        record NotAllowed(String reason) implements Ended {}
    }

    public Ended handle(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.ADMINISTRATOR);
        if (lacking.isPresent())
            return new Ended.NotAllowed(
                    lacking.get() instanceof Outcome.NotAllowed(var reason) ? reason : "管理者に依頼してください。");
        return tenancy.in(command.government(), () -> {
            var series = shelf.find(command.government(), command.code());
            if (series.isEmpty()) return new Ended.Missing();
            return problem(command).<Ended>map(Ended.Invalid::new).orElseGet(() -> change(command, series.get()));
        });
    }

    private static Optional<Outcome.Problem> problem(Command command) {
        if (command.name().isEmpty() || command.name().length() > NAME_CHARACTERS_MAX)
            return Optional.of(new Outcome.Problem("name", "媒体の名前は1〜%d字で入力してください。".formatted(NAME_CHARACTERS_MAX)));
        if (command.description().length() > DESCRIPTION_CHARACTERS_MAX)
            return Optional.of(
                    new Outcome.Problem("description", "説明は%d字以内にしてください。".formatted(DESCRIPTION_CHARACTERS_MAX)));
        if (command.approvals() < 0 || command.approvals() > APPROVALS_MAX)
            return Optional.of(new Outcome.Problem("approvals", "承認の人数は0〜%d人で入力してください。".formatted(APPROVALS_MAX)));
        return Optional.empty();
    }

    private Ended change(Command command, Series old) {
        var changed = new Series(
                old.government(),
                old.code(),
                command.name(),
                command.description(),
                old.layout(),
                old.department(),
                old.topic(),
                command.approvals());
        shelf.put(changed);
        audit.record(
                old.government(),
                command.by().id(),
                "series.changed",
                "series:" + old.code(),
                "%s、承認%d人→%d人".formatted(changed.name(), old.approvals(), changed.approvals()));
        outbox.announce(old.government(), new Event("series.changed", old.code(), Map.of()));
        return new Ended.Done(changed);
    }
}
