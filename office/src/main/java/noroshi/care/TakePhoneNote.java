package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome;
import noroshi.publishing.Outcome.Problem;
import noroshi.publishing.WriteArticle;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was told on the telephone becomes a draft with the facts in it. Who called is kept beside it, for calling back, and never stands in the
 * draft: a text that will be public holds no caller's name.
 */
@Component
public final class TakePhoneNote {

    public static final int WHAT_CHARACTERS_MAX = 100;
    public static final int DETAIL_CHARACTERS_MAX = 2_000;
    public static final int SHORT_CHARACTERS_MAX = 100;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("y年M月d日 H時mm分", Locale.JAPAN);

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final WriteArticle writeArticle;
    private final Audit audit;

    TakePhoneNote(Tenancy tenancy, JdbcClient sql, WriteArticle writeArticle, Audit audit) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.writeArticle = writeArticle;
        this.audit = audit;
    }

    /**
     * @param what in a few words: the draft's title; @param caller and @param callback who, and where to call back; may be empty
     * @param happenedAt null: not known; @param once names the form: the same name twice is one note
     */
    public record Note(
            String series,
            String what,
            String detail,
            String place,
            @Nullable Instant happenedAt,
            String caller,
            String callback,
            boolean urgent,
            List<String> areas,
            String once) {}

    public record Command(String government, Note note, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        var problems = problems(command.note());
        if (!problems.isEmpty()) return new Outcome.Invalid(problems);
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var note = command.note();
        var content = Content.of(note.what().strip(), "", body(note, command.at()))
                .withAreas(note.areas())
                .withDepartment(
                        command.by().government().equals(command.government())
                                        && !command.by().department().isEmpty()
                                ? command.by().department()
                                : null);
        var outcome = writeArticle.handle(
                new WriteArticle.Command(command.government(), note.series(), content, command.by(), command.at()));
        if (!(outcome instanceof Outcome.Done done)) return outcome;
        write(command, done.article().id());
        audit.record(
                command.government(),
                command.by().id(),
                "phone.taken",
                "article:" + done.article().id(),
                (note.urgent() ? "至急・" : "") + note.what().strip());
        return outcome;
    }

    private void write(Command command, long article) {
        var note = command.note();
        sql.sql("""
                        insert into phone_note (government, article, what, place, happened_at, caller, callback, urgent, taken_by, taken_at, once)
                        values (:government, :article, :what, :place, :happened, :caller, :callback, :urgent, :by, :at, :once)
                        """)
                .param("government", command.government())
                .param("article", article)
                .param("what", note.what().strip())
                .param("place", note.place().strip())
                .param("happened", note.happenedAt() == null ? null : Timestamp.from(note.happenedAt()))
                .param("caller", note.caller().strip())
                .param("callback", note.callback().strip())
                .param("urgent", note.urgent())
                .param("by", command.by().id())
                .param("at", Timestamp.from(command.at()))
                .param("once", note.once())
                .update();
    }

    /** The facts, as a list; what was not told is left out. */
    static String body(Note note, Instant at) {
        var lines = new ArrayList<String>();
        if (note.happenedAt() != null) lines.add("- いつ：" + moment(note.happenedAt()));
        if (!note.place().isBlank()) lines.add("- どこで：" + text(note.place()));
        lines.add("- 何が：" + text(note.what()));
        lines.add("- 情報を受けた時刻：" + moment(at));
        var body = String.join("\n", lines);
        return note.detail().isBlank() ? body : body + "\n\n" + lines(note.detail());
    }

    private static String moment(Instant at) {
        return MOMENT.format(ZonedDateTime.ofInstant(at, Time.JAPAN));
    }

    private static String text(String typed) {
        return typed.strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }

    /** What was typed as lines stays lines. */
    private static String lines(String typed) {
        return typed.strip()
                .lines()
                .map(line -> line.isBlank() ? "" : text(line) + "  ")
                .reduce((a, b) -> a + "\n" + b)
                .orElse("")
                .strip();
    }

    private static List<Problem> problems(Note note) {
        var problems = new ArrayList<Problem>();
        if (note.what().isBlank()) problems.add(new Problem("what", "何があったかを、題名になる短い言葉で入力してください。"));
        tooLong(problems, "what", "何があったか", note.what(), WHAT_CHARACTERS_MAX);
        tooLong(problems, "detail", "くわしい内容", note.detail(), DETAIL_CHARACTERS_MAX);
        tooLong(problems, "place", "場所", note.place(), SHORT_CHARACTERS_MAX);
        tooLong(problems, "caller", "相手の名前", note.caller(), SHORT_CHARACTERS_MAX);
        tooLong(problems, "callback", "折り返し先", note.callback(), SHORT_CHARACTERS_MAX);
        if (note.once().isEmpty() || note.once().length() > SHORT_CHARACTERS_MAX)
            problems.add(new Problem("once", "画面を開き直して、もう一度入力してください。"));
        return problems;
    }

    private static void tooLong(List<Problem> problems, String field, String name, String text, int max) {
        if (text.length() > max)
            problems.add(new Problem(field, "%sが%d文字あります。%d文字以内にしてください。".formatted(name, text.length(), max)));
    }
}
