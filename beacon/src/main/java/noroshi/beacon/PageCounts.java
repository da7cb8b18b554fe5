package noroshi.beacon;

import java.util.concurrent.atomic.LongAdder;
import noroshi.beacon.http.Answer;

/** Answers on the public port by variant and class of status, and how often a page was found prepared. */
final class PageCounts {

    private static final int CLASSES = 6;

    private final LongAdder[][] answers = new LongAdder[Variant.values().length][CLASSES];
    final LongAdder prepared = new LongAdder();
    final LongAdder made = new LongAdder();
    /** Lighter pages shown in place of what was asked for. */
    final LongAdder standIns = new LongAdder();

    PageCounts() {
        for (var row : answers) for (int i = 0; i < CLASSES; i++) row[i] = new LongAdder();
    }

    Answer count(Variant variant, Answer answer) {
        answers[variant.ordinal()][answer.status() / 100].increment();
        return answer;
    }

    long answers(Variant variant, int statusClass) {
        return answers[variant.ordinal()][statusClass].sum();
    }
}
