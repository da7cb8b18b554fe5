package noroshi.publishing;

import java.util.List;

/** How a use case of publishing ends. In every case but {@link Done} nothing was changed. */
public sealed interface Outcome {

    /** The article after the act, with its newest edition. */
    record Done(Article article, Edition edition) implements Outcome {}

    /** Someone else wrote a newer edition in the meantime. */
    record Overtaken(int newestEdition) implements Outcome {}

    /** The officer lacks the right, or the article the approval; the reason is for the officer to read (Japanese). */
    record NotAllowed(String reason) implements Outcome {}

    record Invalid(List<Problem> problems) implements Outcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** There is no such article (in this government). */
    record Missing(String what) implements Outcome {}

    /**
     * @param field as in the API, e.g. {@code title} or {@code areas/0}
     * @param message what is wrong and what to do (Japanese)
     */
    record Problem(String field, String message) {}

    static Outcome missing(long article) {
        return new Missing("記事 %d は見つかりません。番号と団体を確かめてください。".formatted(article));
    }
}
