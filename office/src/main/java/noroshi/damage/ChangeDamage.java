package noroshi.damage;

import java.time.Instant;
import java.util.List;
import noroshi.damage.DamageStore.Arrival;
import noroshi.damage.Report.Held;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Adds a damage with its first report, or corrects what it is. A correction renews its pages and is news to nobody. */
@Component
public final class ChangeDamage {

    static final int DAMAGES_MAX = 20_000;

    private final Tenancy tenancy;
    private final DamageStore store;
    private final DamageNews news;
    private final Audit audit;

    ChangeDamage(Tenancy tenancy, DamageStore store, DamageNews news, Audit audit) {
        this.tenancy = tenancy;
        this.store = store;
        this.news = news;
        this.audit = audit;
    }

    public sealed interface Command {
        String government();

        Subject subject();

        Officer by();

        Instant at();
    }

    public record Add(String government, Subject subject, Told told, Officer by, Instant at) implements Command {}

    /** @param version that the officer saw */
    public record Correct(String government, long damage, int version, Subject subject, Officer by, Instant at)
            implements Command {}

    public DamageOutcome handle(Command command) {
        var lacking = Rights.lackingToTell(command.by(), command.government());
        if (lacking.isPresent()) return new DamageOutcome.NotAllowed(lacking.get());
        return tenancy.in(command.government(), () -> switch (command) {
            case Add add -> add(add);
            case Correct correct -> correct(correct);
        });
    }

    private DamageOutcome add(Add command) {
        var broken = TellingRules.broken(command.told(), command.subject().kind(), command.at());
        if (broken.isPresent()) return broken.get();
        if (store.count(command.government()) >= DAMAGES_MAX)
            return new DamageOutcome.Invalid("", "登録できる被害は%,d件までです。管理者に相談してください。".formatted(DAMAGES_MAX));
        long id = store.add(command.government(), command.subject(), command.at());
        boolean home = command.by().government().equals(command.government());
        store.add(
                new Arrival(
                        command.government(),
                        id,
                        command.told(),
                        command.at(),
                        home ? command.by().id() : null,
                        0),
                Held.NEWEST);
        return done(command, id, "damage.added", "被害を登録して公開しました。");
    }

    private DamageOutcome correct(Correct command) {
        var found = store.lock(command.government(), command.damage());
        if (found.isEmpty()) return new DamageOutcome.Missing();
        var now = found.get();
        if (now.version() != command.version()) return new DamageOutcome.Overtaken(now);
        if (now.subject().equals(command.subject())) return new DamageOutcome.Done(now, "変わったところはありません。");
        if (now.subject().kind() != command.subject().kind())
            return new DamageOutcome.Invalid("kind", "種類は変えられません。正しい種類で登録し直してください。");
        store.put(command.government(), command.damage(), command.subject(), command.at());
        return done(command, command.damage(), "damage.corrected", "登録の内容を直しました。お知らせは送られません。");
    }

    private DamageOutcome done(Command command, long id, String act, String words) {
        audit.record(
                command.government(),
                command.by().id(),
                act,
                "damage:" + id,
                command.subject().name());
        news.changed(command.government(), List.of(id));
        return new DamageOutcome.Done(store.find(command.government(), id).orElseThrow(), words);
    }
}
