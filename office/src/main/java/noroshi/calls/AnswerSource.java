package noroshi.calls;

import java.util.Collection;
import java.util.List;

/** A register whose public facts are told on the telephone. Called inside a worker's door. */
public interface AnswerSource {

    /**
     * Facts that hold every term, the most useful first.
     *
     * @param governments codes of those to look at; @param max how many at most
     */
    List<Answer> answers(Collection<String> governments, Terms terms, int max);
}
