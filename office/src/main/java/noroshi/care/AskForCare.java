package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Articles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a colleague to repair a page or to take it from the public pages; it then stands on their first screen until it is done. */
@Component
public final class AskForCare {

    public static final int NOTE_CHARACTERS_MAX = 500;
    static final int OPEN_REQUESTS_MAX = 10;

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Articles articles;
    private final Officers officers;
    private final Audit audit;

    AskForCare(Tenancy tenancy, JdbcClient sql, Articles articles, Officers officers, Audit audit) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.articles = articles;
        this.officers = officers;
        this.audit = audit;
    }

    public enum Wish {
        REPAIR("手直し"),
        WITHDRAW("公開終了");

        private final String japanese;

        Wish(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Wish of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** @param officer who is asked */
    public record Command(
            String government, long article, Wish wish, long officer, String note, Officer by, Instant at) {}

    public sealed interface Outcome {
        record Asked(long request, String officerName) implements Outcome {}

        /** @param reason what is wrong and what to do (Japanese) */
        record Refused(String reason) implements Outcome {}
    }

    public Outcome handle(Command command) {
        if (!command.by().mayActFor(command.government()))
            return new Outcome.Refused("この団体の記事について頼むことはできません。所属する団体の記事を選んでください。");
        if (command.note().length() > NOTE_CHARACTERS_MAX)
            return new Outcome.Refused("ひとことは%d文字以内にしてください。".formatted(NOTE_CHARACTERS_MAX));
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        if (articles.find(command.government(), command.article()).isEmpty())
            return new Outcome.Refused("記事 %d は見つかりません。番号を確かめてください。".formatted(command.article()));
        var asked = officers.find(command.government(), command.officer());
        if (asked.isEmpty()) return new Outcome.Refused("頼む相手が見つかりません。一覧から選び直してください。");
        var needed = command.wish() == Wish.WITHDRAW ? Role.PUBLISHER : Role.AUTHOR;
        if (!asked.get().has(needed))
            return new Outcome.Refused("%sさんには「%s」の役割がなく、%sができません。別の職員を選んでください。"
                    .formatted(
                            asked.get().name(),
                            needed.japanese(),
                            command.wish().japanese()));
        if (openRequests(command) >= OPEN_REQUESTS_MAX)
            return new Outcome.Refused("この記事には、済んでいない依頼がすでに%d件あります。先にそれらを済ませてください。".formatted(OPEN_REQUESTS_MAX));
        long id = write(command);
        audit.record(
                command.government(),
                command.by().id(),
                "care.asked",
                "article:" + command.article(),
                "%s：%sさんへ %s"
                        .formatted(command.wish().japanese(), asked.get().name(), command.note())
                        .strip());
        return new Outcome.Asked(id, asked.get().name());
    }

    private int openRequests(Command command) {
        return sql.sql("""
                        select count(*) from care_request
                         where government = :government and article = :article and done_at is null
                        """)
                .param("government", command.government())
                .param("article", command.article())
                .query(Integer.class)
                .single();
    }

    private long write(Command command) {
        return sql.sql("""
                        insert into care_request (government, article, wish, note, asked_by, asked_at, officer)
                        values (:government, :article, :wish, :note, :by, :at, :officer) returning id
                        """)
                .param("government", command.government())
                .param("article", command.article())
                .param("wish", command.wish().code())
                .param("note", command.note().strip())
                .param("by", command.by().id())
                .param("at", Timestamp.from(command.at()))
                .param("officer", command.officer())
                .query(Long.class)
                .single();
    }
}
