package noroshi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.shelters.Crowding;
import noroshi.shelters.Need;
import noroshi.shelters.Shelter;
import noroshi.shelters.State;

/**
 * The list of a government's shelters.
 *
 * @param open, overdue and disputed: counts over all of them; @param people in all open ones
 */
public record ShelterBoard(
        List<Row> rows,
        int all,
        int open,
        int overdue,
        int disputed,
        int people,
        String shown,
        int page,
        boolean more) {

    static final int PAGE = 50;

    public record Row(
            long id,
            String name,
            String district,
            String address,
            Chip state,
            String people,
            String crowding,
            String lacking,
            String asOf,
            boolean overdue,
            boolean disputed) {}

    /** @param shown "" all, "open", "overdue", "disputed" */
    static ShelterBoard of(List<Shelter> shelters, String shown, int page, Instant now) {
        var rows = new ArrayList<Row>();
        int open = 0;
        int overdue = 0;
        int disputed = 0;
        int people = 0;
        for (var one : shelters) {
            var row = row(one, now);
            var report = one.report();
            if (one.state().takesPeople()) {
                open++;
                if (report != null && report.told().people() != null)
                    people += report.told().people();
            }
            if (row.overdue()) overdue++;
            if (row.disputed()) disputed++;
            boolean wanted = shown.isEmpty()
                    || shown.equals("open") && one.state().takesPeople()
                    || shown.equals("overdue") && row.overdue()
                    || shown.equals("disputed") && row.disputed();
            if (wanted) rows.add(row);
        }
        int from = Math.min(rows.size(), (page - 1) * PAGE);
        int until = Math.min(rows.size(), from + PAGE);
        return new ShelterBoard(
                rows.subList(from, until),
                shelters.size(),
                open,
                overdue,
                disputed,
                people,
                shown,
                page,
                until < rows.size());
    }

    private static Row row(Shelter one, Instant now) {
        var report = one.report();
        var told = report == null ? null : report.told();
        var next = told == null ? null : told.nextUpdate();
        var lacking = new ArrayList<String>();
        if (told != null && one.state().takesPeople())
            for (var need : Need.values()) if (told.answer(need) == Need.Answer.NO) lacking.add(need.japanese());
        return new Row(
                one.id(),
                one.master().name(),
                one.master().district(),
                one.master().address(),
                chip(one.state()),
                told == null || told.people() == null ? "" : "%,d人".formatted(told.people()),
                told == null || told.crowding() == Crowding.UNKNOWN
                        ? ""
                        : told.crowding().japanese(),
                String.join("・", lacking),
                told == null ? "" : Moments.brief(told.at()),
                next != null && !next.isAfter(now),
                report != null && report.disputed());
    }

    static Chip chip(State state) {
        return new Chip(
                state.japanese(),
                switch (state) {
                    case OPEN, PERMANENT -> "green";
                    case UNOPENED, CLOSED -> "grey";
                    case UNKNOWN -> "yellow";
                });
    }
}
