package noroshi.reorganisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import noroshi.reorganisation.Rehearsal.Move;

/** Where each thing of a department goes. */
final class Transfers {

    static final String ARTICLE = "article";
    static final String SERIES = "series";
    static final String OFFICER = "officer";

    private final Holdings holdings;
    private final Map<String, Act.Split> splits;
    private final UnaryOperator<String> heir;
    private final Set<String> living;

    /** @param heir who does a department's work in the end */
    Transfers(Holdings holdings, Map<String, Act.Split> splits, UnaryOperator<String> heir, Set<String> living) {
        this.holdings = holdings;
        this.splits = splits;
        this.heir = heir;
        this.living = living;
    }

    List<Move> all() {
        var moves = new ArrayList<Move>();
        for (var paper : holdings.papers())
            add(moves, ARTICLE, String.valueOf(paper.article()), paper.department(), of(paper), paper.open());
        for (var stream : holdings.series()) add(moves, SERIES, stream.code(), stream.department(), of(stream), false);
        for (var person : holdings.officers())
            add(moves, OFFICER, String.valueOf(person.id()), person.department(), of(person), false);
        holdings.others()
                .forEach((what, counts) -> counts.forEach((department, count) -> {
                    if (count > 0) add(moves, what, "", department, heir.apply(department), false);
                }));
        return moves;
    }

    private void add(List<Move> moves, String kind, String key, String from, String to, boolean open) {
        if (!from.equals(to) && living.contains(to)) moves.add(new Move(kind, key, from, to, open));
    }

    private String of(Holdings.Paper paper) {
        var split = splits.get(paper.department());
        if (split == null) return heir.apply(paper.department());
        var bySeries = split.series().getOrDefault(paper.series(), split.heir());
        return heir.apply(split.articles().getOrDefault(paper.article(), bySeries));
    }

    private String of(Holdings.Stream stream) {
        var split = splits.get(stream.department());
        return heir.apply(
                split == null ? stream.department() : split.series().getOrDefault(stream.code(), split.heir()));
    }

    private String of(Holdings.Person person) {
        var split = splits.get(person.department());
        return heir.apply(
                split == null ? person.department() : split.officers().getOrDefault(person.login(), split.heir()));
    }
}
