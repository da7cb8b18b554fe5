package noroshi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Takes an officer's word for many articles; they are approved one after the other in the background, each done or not. */
@Component
public final class ApproveMany {

    public static final int ARTICLES_MAX = 200;
    static final int COMMENT_CHARACTERS_MAX = 2_000;
    static final String REQUESTED = "bulk-approval.requested";

    private final Tenancy tenancy;
    private final BulkApprovals bulks;
    private final Outbox outbox;
    private final Audit audit;

    ApproveMany(Tenancy tenancy, BulkApprovals bulks, Outbox outbox, Audit audit) {
        this.tenancy = tenancy;
        this.bulks = bulks;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** @param edition the one that stood in the officer's list */
    public record Choice(long article, int edition) {}

    public record Command(String government, List<Choice> choices, String comment, Officer by, Instant at) {

        public Command {
            choices = choices.stream().distinct().toList();
        }
    }

    public sealed interface Ended {

        /** @param bulk where the results will stand */
        record Begun(long bulk) implements Ended {}

        /** @param reason for the officer to read (Japanese) */
        record Refused(String reason) implements Ended {}
    }

    public Ended handle(Command command) {
        if (!command.by().mayActFor(command.government()))
            return new Ended.Refused("ほかの団体の記事は承認できません。所属する団体の記事を選んでください。");
        if (command.choices().isEmpty()) return new Ended.Refused("記事が選ばれていません。承認する記事を選んでください。");
        if (command.choices().size() > ARTICLES_MAX)
            return new Ended.Refused("一度に承認できるのは%d件までです。分けて承認してください。".formatted(ARTICLES_MAX));
        if (command.comment().length() > COMMENT_CHARACTERS_MAX)
            return new Ended.Refused("伝えることは%,d文字以内にしてください。".formatted(COMMENT_CHARACTERS_MAX));
        return tenancy.in(command.government(), () -> {
            long bulk = bulks.add(
                    command.government(), command.by().id(), command.comment(), command.choices(), command.at());
            outbox.announce(
                    command.government(),
                    new Event(
                            REQUESTED,
                            String.valueOf(bulk),
                            Map.of(
                                    "bulk",
                                    String.valueOf(bulk),
                                    "home",
                                    command.by().government())));
            audit.record(
                    command.government(),
                    command.by().id(),
                    "bulk-approval.begun",
                    "bulk:" + bulk,
                    "%d件".formatted(command.choices().size()));
            return new Ended.Begun(bulk);
        });
    }
}
