package noroshi.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import noroshi.site.SiteLook.Block;
import noroshi.site.SiteLook.Item;
import noroshi.site.SiteLook.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works on the draft of a site's look; a release makes all of it public at once, and any earlier one can be released again. */
@Component
public final class ChangeLook {

    private static final int IMAGES_MAX = 200;
    private static final int NOTE_CHARACTERS_MAX = 200;

    private final Tenancy tenancy;
    private final LookStore store;
    private final SeriesShelf shelf;
    private final MediaShelf media;
    private final JdbcClient sql;
    private final Outbox outbox;
    private final Audit audit;

    ChangeLook(
            Tenancy tenancy,
            LookStore store,
            SeriesShelf shelf,
            MediaShelf media,
            JdbcClient sql,
            Outbox outbox,
            Audit audit) {
        this.tenancy = tenancy;
        this.store = store;
        this.shelf = shelf;
        this.media = media;
        this.sql = sql;
        this.outbox = outbox;
        this.audit = audit;
    }

    public record Command(String government, int version, Change change, Officer by, Instant at) {}

    public sealed interface Change {

        record Face(String name, String colour, String logo, String logoAlt, List<Item> menu) implements Change {

            public Face {
                menu = List.copyOf(menu);
            }
        }

        record Add(Kind kind) implements Change {}

        record Edit(int block, String title, String value, String note) implements Change {}

        /** @param by -1: earlier, +1: later */
        record Move(int block, int by) implements Change {}

        /** Shown, or not. */
        record Turn(int block) implements Change {}

        record Remove(int block) implements Change {}

        /** 公開: one act. */
        record Release(String note) implements Change {}

        /** An earlier release becomes the draft. */
        record TakeUp(int number) implements Change {}
    }

    public sealed interface Ended {

        record Done() implements Ended {}

        /** @param field of the form; @param message Japanese */
        record Invalid(String field, String message) implements Ended {}

        record Overtaken() implements Ended {}

        record NotAllowed(String reason) implements Ended {}
    }

    public Ended handle(Command command) {
        if (!command.by().mayActFor(command.government()) || !command.by().has(Role.ADMINISTRATOR))
            return new Ended.NotAllowed("サイトの見た目を変えられるのは、その団体の管理者だけです。管理者に依頼してください。");
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Ended decide(Command command) {
        var found = store.draft(command.government());
        int version = found.map(Looks.Draft::version).orElse(0);
        if (version != command.version()) return new Ended.Overtaken();
        var look = found.map(Looks.Draft::look).orElseGet(() -> store.released(command.government()));
        return switch (command.change()) {
            case Change.Face face -> {
                var next = new SiteLook(
                        face.name().strip(),
                        face.colour().strip(),
                        face.logo(),
                        face.logoAlt().strip(),
                        face.menu(),
                        look.blocks());
                var trouble = check(command, next).stream()
                        .filter(t -> !t.field().startsWith("block"))
                        .findFirst();
                yield trouble.<Ended>map(t -> new Ended.Invalid(t.field(), t.message()))
                        .orElseGet(() -> saved(command, next));
            }
            case Change.Add(var kind) ->
                look.blocks().size() >= SiteLook.BLOCKS_MAX
                        ? new Ended.Invalid("blocks", "部品は%d個までです。先にどれかを取り除いてください。".formatted(SiteLook.BLOCKS_MAX))
                        : saved(
                                command,
                                look.with(added(
                                        look.blocks(),
                                        new Block(kind, kind.needs().isEmpty(), "", "", ""))));
            case Change.Edit edit -> edit(command, look, edit);
            case Change.Move(int block, int by) -> saved(command, look.moved(block, by));
            case Change.Turn(int block) -> turn(command, look, block);
            case Change.Remove(int block) -> changed(command, look, block, b -> Optional.empty());
            case Change.Release(var note) -> release(command, look, note);
            case Change.TakeUp(int number) ->
                store.release(command.government(), number)
                        .<Ended>map(earlier -> saved(command, earlier))
                        .orElseGet(() -> new Ended.Invalid("release", "その版はありません。一覧から選び直してください。"));
        };
    }

    private static List<Block> added(List<Block> blocks, Block more) {
        var all = new ArrayList<>(blocks);
        all.add(more);
        return all;
    }

    private Ended edit(Command command, SiteLook look, Change.Edit edit) {
        if (edit.block() < 0 || edit.block() >= look.blocks().size()) return new Ended.Overtaken();
        var old = look.blocks().get(edit.block());
        var next = new Block(
                old.kind(),
                true,
                edit.title().strip(),
                edit.value().strip(),
                edit.note().strip());
        var blocks = new ArrayList<>(look.blocks());
        blocks.set(edit.block(), next);
        var changed = look.with(blocks);
        return check(command, changed).stream()
                .filter(t -> t.field().equals("block-" + edit.block()))
                .findFirst()
                .<Ended>map(t -> new Ended.Invalid(t.field(), t.message()))
                .orElseGet(() -> saved(command, changed));
    }

    /** A block that lacks what it shows stays hidden until it has it. */
    private Ended turn(Command command, SiteLook look, int number) {
        if (number < 0 || number >= look.blocks().size()) return new Ended.Overtaken();
        var block = look.blocks().get(number);
        var trouble = check(command, look).stream()
                .filter(t -> t.field().equals("block-" + number))
                .findFirst();
        if (!block.shown() && trouble.isPresent())
            return new Ended.Invalid(trouble.get().field(), trouble.get().message());
        return changed(
                command,
                look,
                number,
                b -> Optional.of(new Block(b.kind(), !b.shown(), b.title(), b.value(), b.note())));
    }

    private Ended changed(Command command, SiteLook look, int number, Function<Block, Optional<Block>> change) {
        if (number < 0 || number >= look.blocks().size()) return new Ended.Overtaken();
        var blocks = new ArrayList<>(look.blocks());
        var next = change.apply(blocks.get(number));
        if (next.isPresent()) blocks.set(number, next.get());
        else blocks.remove(number);
        return saved(command, look.with(blocks));
    }

    private Ended saved(Command command, SiteLook look) {
        store.save(command.government(), look, command.by().id(), command.at());
        return new Ended.Done();
    }

    private Ended release(Command command, SiteLook look, String note) {
        if (note.length() > NOTE_CHARACTERS_MAX)
            return new Ended.Invalid("note", "控えは%d字以内にしてください。".formatted(NOTE_CHARACTERS_MAX));
        var shown = look.with(look.blocks().stream().filter(Block::shown).toList());
        var troubles = check(command, shown);
        if (!troubles.isEmpty())
            return new Ended.Invalid(
                    troubles.getFirst().field().replaceAll("^block-.*", "blocks"),
                    troubles.getFirst().message());
        boolean renamed = !store.released(command.government()).name().equals(look.name());
        store.save(command.government(), look, command.by().id(), command.at());
        int number = store.publish(
                command.government(), look, note.strip(), command.by().id(), command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "site.released",
                "site:" + command.government(),
                "第%d版 %s".formatted(number, note.strip()));
        outbox.announce(
                command.government(),
                new Event("site.released", command.government(), Map.of("renamed", String.valueOf(renamed))));
        return new Ended.Done();
    }

    private List<LookCheck.Trouble> check(Command command, SiteLook look) {
        var series = shelf.list(command.government()).stream().map(Series::code).collect(Collectors.toSet());
        Set<String> images = media.list(command.government(), MediaFact.Kind.IMAGE, IMAGES_MAX).stream()
                .map(MediaFact::hash)
                .collect(Collectors.toSet());
        return new LookCheck(series, images).of(look);
    }

    /** The host name under which the site also answers: decided by the prefecture, since one government could take another's. */
    public Ended host(String government, String host, Officer by) {
        if (!by.prefectural() || !by.has(Role.ADMINISTRATOR))
            return new Ended.NotAllowed("ホスト名を決めるのは県の管理者です。県の管理者に依頼してください。");
        var wanted = host.strip().toLowerCase(java.util.Locale.ROOT);
        if (!wanted.isEmpty() && !wanted.matches("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}"))
            return new Ended.Invalid("host", "ホスト名は www.city.example.lg.jp の形で入力するか、空にしてください。");
        return tenancy.everywhere(() -> {
            boolean taken = sql.sql("select exists (select from government where host = :host and code <> :code)")
                    .param("host", wanted)
                    .param("code", government)
                    .query(Boolean.class)
                    .single();
            if (taken) return new Ended.Invalid("host", "ホスト名「%s」は、ほかの団体が使っています。".formatted(wanted));
            sql.sql("update government set host = nullif(:host, '') where code = :code")
                    .param("host", wanted)
                    .param("code", government)
                    .update();
            audit.record(government, by.id(), "site.host-set", "site:" + government, wanted);
            outbox.announce(government, new Event("government.changed", government, Map.of()));
            return new Ended.Done();
        });
    }
}
