package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.calls.Answer;
import noroshi.calls.Asked;
import noroshi.people.Government;

/**
 * The desk at the telephone.
 *
 * @param names of governments by code; @param place code, "" anywhere; @param words as typed
 */
public record CallBoard(
        List<Government> places,
        Map<String, String> names,
        String place,
        String words,
        List<Answer> answers,
        List<Asked> asked,
        Instant now) {

    public String name(String code) {
        return code.isEmpty() ? "県内すべて" : names.getOrDefault(code, code);
    }
}
