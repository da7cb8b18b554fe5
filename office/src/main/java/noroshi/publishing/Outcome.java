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

    /**
     * The checks find errors in the text, and nobody who may has given a reason to let them pass.
     *
     * @param mayWaive this officer may, with a reason
     */
    record Flawed(List<Flaw> flaws, boolean mayWaive) implements Outcome {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }

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
        return new Missing("記事 %d は見つかりません。番号と団体を確かめてください。ごみ箱にある記事は、元に戻してから扱えます。".formatted(article));
    }
}
