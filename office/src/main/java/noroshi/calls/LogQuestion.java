package noroshi.calls;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** An officer keeps what was asked, and which fact they read out. Nothing of the caller. */
@Component
public final class LogQuestion {

    static final int ANSWER_CHARACTERS_MAX = 200;

    private final Tenancy tenancy;
    private final QuestionStore questions;

    LogQuestion(Tenancy tenancy, QuestionStore questions) {
        this.tenancy = tenancy;
        this.questions = questions;
    }

    /** @param place code of the government asked about, "": anywhere; @param answer title of the fact that was told; "": there was none */
    public record Command(String government, String place, Terms terms, String answer, Officer by, Instant at) {}

    /** How it ends. */
    public enum Ended {
        LOGGED,
        /** Nothing is left to keep: no words, or only what looked like a caller's data. */
        NOTHING_TO_KEEP,
        NOT_ALLOWED
    }

    public Ended handle(Command command) {
        if (!command.by().mayActFor(command.government())) return Ended.NOT_ALLOWED;
        boolean known = command.place().isEmpty() || command.place().matches("[0-9]{6}");
        if (!known || command.terms().kept().isEmpty() || command.answer().length() > ANSWER_CHARACTERS_MAX)
            return Ended.NOTHING_TO_KEEP;
        tenancy.run(command.government(), () -> questions.add(command));
        return Ended.LOGGED;
    }
}
