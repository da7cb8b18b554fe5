package noroshi.desk;

import java.util.List;
import java.util.Set;
import noroshi.people.Officer;
import noroshi.people.Scope;

/** API tokens, and the form for a new one with what was typed. */
public record TokenBoard(
        List<Row> rows,
        List<Officer> officers,
        List<Choice> scopes,
        String name,
        long officer,
        Set<Scope> chosen,
        int days) {

    public record Row(
            String id,
            String name,
            String officer,
            String scopes,
            String created,
            String expires,
            Chip state,
            boolean works) {}

    /** @param word what the scope allows, for people */
    public record Choice(Scope scope, String word) {}

    public boolean has(Scope scope) {
        return chosen.contains(scope);
    }
}
