package noroshi.reorganisation;

import java.util.List;

/** How an act on a plan ends. In every case but {@link Done} nothing was changed. */
public sealed interface Outcome {

    record Done(Plan plan) implements Outcome {}

    /** @param field of the form; @param message what is wrong and what to do (Japanese) */
    record Invalid(String field, String message) implements Outcome {}

    /** What the rehearsal found. */
    record Blocked(List<Rehearsal.Problem> problems) implements Outcome {

        public Blocked {
            problems = List.copyOf(problems);
        }

        static Blocked of(String text) {
            return new Blocked(List.of(new Rehearsal.Problem(-1, text)));
        }
    }

    /** Somebody else has changed the plan meanwhile. */
    record Overtaken() implements Outcome {}

    record Missing() implements Outcome {}

    /** @param reason for the officer to read (Japanese) */
    record NotAllowed(String reason) implements Outcome {}
}
