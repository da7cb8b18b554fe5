package noroshi.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import noroshi.damage.Damage;
import noroshi.damage.Kind;
import noroshi.damage.State;
import noroshi.damage.Told;

/**
 * The list of a government's damage.
 *
 * @param open not restored, and overdue: counts over all of the kind; @param kind code, "" all; @param shown "all", "open", "overdue"
 */
public record DamageBoard(
        List<Row> rows, int all, int open, int overdue, String kind, String shown, int page, boolean more) {

    static final int PAGE = 50;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日", Locale.JAPAN);

    public record Row(
            long id,
            String name,
            String kind,
            String place,
            Chip state,
            String restored,
            String forecast,
            String asOf,
            String source,
            boolean overdue) {}

    static DamageBoard of(List<Damage> damages, String kind, String shown, int page, Instant now) {
        var rows = new ArrayList<Row>();
        int all = 0;
        int open = 0;
        int overdue = 0;
        for (var one : damages) {
            if (!kind.isEmpty() && !one.subject().kind().code().equals(kind)) continue;
            all++;
            boolean late = one.told().isOverdue(now);
            if (!one.state().isRestored()) open++;
            if (late) overdue++;
            boolean wanted = shown.equals("all")
                    || (shown.equals("overdue") ? late : !one.state().isRestored());
            if (wanted) rows.add(row(one, now));
        }
        int from = Math.min(rows.size(), (page - 1) * PAGE);
        int until = Math.min(rows.size(), from + PAGE);
        return new DamageBoard(
                List.copyOf(rows.subList(from, until)), all, open, overdue, kind, shown, page, until < rows.size());
    }

    static Row row(Damage one, Instant now) {
        var subject = one.subject();
        var told = one.told();
        return new Row(
                one.id(),
                subject.name(),
                subject.kind().japanese(),
                (subject.district() + " " + subject.address()).strip(),
                chip(subject.kind(), told.state()),
                restored(subject.kind(), told),
                forecast(told),
                Moments.brief(told.at()),
                told.source(),
                told.isOverdue(now));
    }

    static Chip chip(Kind kind, State state) {
        return new Chip(
                kind.says(state),
                switch (state) {
                    case CHECKING -> "grey";
                    case STOPPED -> "red";
                    case PARTIAL -> "yellow";
                    case RESTORED -> "green";
                });
    }

    /** 復旧率 40％　影響 1,200戸 */
    static String restored(Kind kind, Told told) {
        var text = new StringBuilder();
        if (told.percent() != null) text.append("%d％".formatted(told.percent()));
        if (told.affected() != null) text.append(" 影響 %,d%s".formatted(told.affected(), kind.unit()));
        return text.toString().strip();
    }

    static String forecast(Told told) {
        var day = told.forecast();
        return day == null ? "" : DAY.format(day);
    }

    /** The address of this list with other choices. */
    public String at(String kind, String shown, int page) {
        return "/damage?kind=%s&shown=%s&page=%d".formatted(kind, shown, page);
    }
}
