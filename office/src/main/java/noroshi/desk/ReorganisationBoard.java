package noroshi.desk;

import java.util.List;
import noroshi.reorganisation.Plan;
import noroshi.reorganisation.Rehearsal;

/**
 * One plan on its screen.
 *
 * @param acts in sentences, in their order
 * @param date and time as typed into the form that fixes the moment
 */
public record ReorganisationBoard(
        Plan plan,
        Rehearsal rehearsal,
        List<String> acts,
        List<ReorganisationWords.Flow> flows,
        long openPages,
        String date,
        String time) {

    static ReorganisationBoard of(Plan plan, Rehearsal rehearsal, String date, String time) {
        return new ReorganisationBoard(
                plan,
                rehearsal,
                plan.acts().stream()
                        .map(act -> ReorganisationWords.act(act, rehearsal))
                        .toList(),
                ReorganisationWords.flows(rehearsal),
                ReorganisationWords.openPages(rehearsal),
                date,
                time);
    }

    public String when() {
        return Moments.full(plan.at());
    }

    public List<String> problems() {
        return rehearsal.problems().stream()
                .map(p -> p.act() < 0
                        ? p.text()
                        : "%d番目（%s）：%s"
                                .formatted(p.act() + 1, plan.acts().get(p.act()).japanese(), p.text()))
                .toList();
    }

    /** The first addresses that will lead elsewhere. */
    public List<java.util.Map.Entry<String, String>> redirects() {
        return rehearsal.redirects().entrySet().stream().limit(30).toList();
    }
}
