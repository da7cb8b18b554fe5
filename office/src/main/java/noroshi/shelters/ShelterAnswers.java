package noroshi.shelters;

import java.time.Instant;
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

/** Shelters for the telephone: those that take people come first. A facility is found as well, by its list's name. */
@Component
@Order(10)
class ShelterAnswers implements AnswerSource {

    private final PlaceStore places;
    private final Directory directory;

    ShelterAnswers(PlaceStore places, Directory directory) {
        this.places = places;
        this.directory = directory;
    }

    @Override
    public List<Answer> answers(Collection<String> governments, Terms terms, int max) {
        var found = new ArrayList<Shelter>();
        var names = new HashMap<String, Government>();
        for (var government : directory.listGovernments()) names.put(government.code(), government);
        for (var one : places.ofAll(governments)) {
            var government = names.get(one.government());
            if (government != null && matches(terms, government, one)) found.add(one);
        }
        found.sort(Comparator.comparing((Shelter one) -> !one.state().takesPeople())
                .thenComparing(one -> !one.master().isShelter())
                .thenComparing(Shelter::id));
        return found.stream().limit(max).map(ShelterAnswers::answer).toList();
    }

    private static boolean matches(Terms terms, Government government, Shelter one) {
        var master = one.master();
        return terms.matches(
                government.name(),
                master.isShelter() ? "避難所 避難場所" : master.kind(),
                master.isShelter() ? one.state().japanese() : "",
                pets(one),
                master.name(),
                master.kana(),
                master.district(),
                master.address(),
                master.audience());
    }

    /** ペット is what people ask for; who does not take them in is no answer to it. */
    private static String pets(Shelter one) {
        var report = one.report();
        if (report == null || !one.state().takesPeople()) return "";
        var text = new StringBuilder();
        for (var need : Need.values())
            if (report.told().answer(need) == Need.Answer.YES)
                text.append(need.japanese()).append(' ');
        return text.toString();
    }

    private static Answer answer(Shelter one) {
        var master = one.master();
        var report = one.report();
        var more = (master.address() + " " + master.phone()).strip();
        if (!master.isShelter())
            return new Answer(
                    one.government(),
                    master.kind(),
                    master.name(),
                    more,
                    master.note(),
                    one.changedAt(),
                    "一覧",
                    null,
                    FacilityPages.path(master.kind()));
        Instant asOf = report == null ? one.changedAt() : report.told().at();
        return new Answer(
                one.government(),
                "避難所",
                master.name(),
                ShelterText.state(one).replace("**", ""),
                report == null ? more : (more + " " + report.told().note()).strip(),
                asOf,
                report == null ? "避難所の一覧" : report.source().japanese(),
                report == null ? null : report.told().nextUpdate(),
                one.path());
    }
}
