package noroshi.damage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import noroshi.calls.Answer;
import noroshi.calls.AnswerSource;
import noroshi.calls.Terms;
import noroshi.people.Directory;
import noroshi.people.Government;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Damage for the telephone: what is not restored comes first. */
@Component
@Order(20)
class DamageAnswers implements AnswerSource {

    private final DamageStore store;
    private final Directory directory;

    DamageAnswers(DamageStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    @Override
    public List<Answer> answers(Collection<String> governments, Terms terms, int max) {
        var found = new ArrayList<Damage>();
        var names = new HashMap<String, Government>();
        for (var government : directory.listGovernments()) names.put(government.code(), government);
        for (var one : store.ofAll(governments)) {
            var government = names.get(one.government());
            if (government != null && matches(terms, government, one)) found.add(one);
        }
        found.sort(
                Comparator.comparing((Damage one) -> one.state().isRestored()).thenComparing(Damage::id));
        return found.stream().limit(max).map(DamageAnswers::answer).toList();
    }

    /** A restored water main is found by 断水 too: that is what people ask for. */
    private static boolean matches(Terms terms, Government government, Damage one) {
        var subject = one.subject();
        var kind = subject.kind();
        return terms.matches(
                government.name(),
                kind.japanese(),
                kind.says(State.STOPPED),
                one.says(),
                subject.name(),
                subject.operator(),
                subject.district(),
                subject.address());
    }

    private static Answer answer(Damage one) {
        var subject = one.subject();
        var told = one.told();
        return new Answer(
                one.government(),
                subject.kind().japanese(),
                subject.name(),
                DamageText.state(one).replace("**", ""),
                (subject.district() + " " + subject.address() + " " + told.extent()).strip(),
                told.at(),
                told.source(),
                one.state().isRestored() ? null : told.nextUpdate(),
                one.path());
    }
}
