package noroshi.desk;

import java.util.List;
import noroshi.people.Officer;
import noroshi.publishing.Editing;
import noroshi.publishing.Remark;
import noroshi.publishing.Replacements;
import noroshi.publishing.ReviewDates;
import noroshi.publishing.Trash;
import noroshi.routes.Circulations;
import noroshi.routes.Progress;
import noroshi.routes.Seat;
import noroshi.routes.Step;
import org.jspecify.annotations.Nullable;

/**
 * Where an article stands on its way, besides its state.
 *
 * @param progress on its route; before a request, on the one that a request would begin; @param route its name
 * @param awaited who may decide the step under way today; @param lack why nobody can; ""
 * @param seat where the officer who looks may decide; null: nowhere
 * @param others who else is editing it now; null: nobody
 */
public record ArticleFlow(
        Progress progress,
        List<Officer> awaited,
        String lack,
        @Nullable Seat seat,
        boolean ownText,
        List<Remark> remarks,
        List<Circulations.Reader> readers,
        Replacements.@Nullable Replacement replacement,
        Trash.@Nullable Item trashed,
        ReviewDates.@Nullable ReviewDate reviewDate,
        Editing.@Nullable Lock others,
        List<KeptForms.Kept> kept) {

    public List<Remark> openRemarks() {
        return remarks.stream().filter(Remark::isOpen).toList();
    }

    /** Whether there is more to say of the way than how many approvals a series wants. */
    public boolean hasSteps() {
        return progress.steps().size() > 1
                || progress.steps().stream().anyMatch(step -> !step.name().equals("承認"));
    }

    public boolean isDone(Step step) {
        return progress.missing(step) == 0;
    }

    public boolean isNow(Step step) {
        return progress.current().filter(step::equals).isPresent();
    }

    public String awaitedNames() {
        var names = awaited.stream().map(Officer::name).limit(5).toList();
        return String.join("、", names) + (awaited.size() > names.size() ? " ほか" : "");
    }

    /** Whether this officer was shown an edition and has not said yet that they have read it; 0: nothing to read. */
    public int unread(long officer) {
        return readers.stream()
                .filter(reader -> reader.officer() == officer && reader.readAt() == null)
                .mapToInt(Circulations.Reader::edition)
                .max()
                .orElse(0);
    }
}
