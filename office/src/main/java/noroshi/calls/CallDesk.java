package noroshi.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.platform.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds facts while somebody waits on the telephone, and shows what is asked most. */
@Component
public class CallDesk {

    public static final int ANSWERS_MAX = 30;
    public static final int ASKED_MAX = 20;

    private final ObjectProvider<AnswerSource> sources;
    private final Directory directory;
    private final QuestionStore questions;
    private final Tenancy tenancy;

    CallDesk(ObjectProvider<AnswerSource> sources, Directory directory, QuestionStore questions, Tenancy tenancy) {
        this.sources = sources;
        this.directory = directory;
        this.questions = questions;
        this.tenancy = tenancy;
    }

    /** Where a caller may ask about, the officer's own government first: every fact here is public. */
    public List<Government> places(String government) {
        List<Government> all = tenancy.in(government, directory::listGovernments);
        var places = new ArrayList<>(all);
        places.sort(
                (a, b) -> Boolean.compare(b.code().equals(government), a.code().equals(government)));
        return List.copyOf(places);
    }

    /** @param place code of a government; "": every one. Without a word there is no answer */
    public List<Answer> find(String place, Terms terms) {
        if (terms.isEmpty()) return List.of();
        return tenancy.everywhere(() -> {
            var governments = directory.listGovernments().stream()
                    .map(Government::code)
                    .filter(code -> place.isEmpty() || code.equals(place))
                    .toList();
            var answers = new ArrayList<Answer>();
            sources.orderedStream().forEach(source -> answers.addAll(source.answers(governments, terms, ANSWERS_MAX)));
            return List.copyOf(answers.subList(0, Math.min(ANSWERS_MAX, answers.size())));
        });
    }

    /** What was asked most in the time before, with how often there was no answer. */
    public List<Asked> askedMost(String government, Instant now, Duration before) {
        return tenancy.in(government, () -> questions.most(government, now.minus(before), ASKED_MAX));
    }
}
