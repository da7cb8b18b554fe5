package noroshi.planning.continuity.report;

import java.util.List;
import java.util.SequencedMap;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Need;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.Scenario;
import noroshi.planning.continuity.failure.CommonFates;
import noroshi.planning.continuity.failure.Contradiction;
import noroshi.planning.continuity.failure.Contradictions;
import noroshi.planning.continuity.failure.Fall;
import noroshi.planning.continuity.failure.Fate;
import noroshi.planning.continuity.failure.Outage;
import noroshi.planning.continuity.failure.Repairs;
import noroshi.planning.continuity.recovery.Gain;
import noroshi.planning.continuity.recovery.Measures;
import noroshi.planning.continuity.recovery.Recovery;
import noroshi.planning.continuity.recovery.Timeline;
import noroshi.planning.search.Effort;

/**
 * Everything that is known of one scenario.
 *
 * @param soonest outages as if there were hands enough for every repair at once
 */
public record Findings(
        Model model,
        Scenario scenario,
        Fall fall,
        SequencedMap<String, Outage> soonest,
        Recovery recovery,
        List<Contradiction> onPaper,
        List<Contradiction> inScenario,
        List<Fate> fates,
        List<Timeline.Event> timeline,
        List<Gain> gains) {

    public static final int TIMELINE_HOURS = 72;
    private static final int TRIES_WITHOUT_GAIN_MAX = 1500;

    public Findings {
        onPaper = List.copyOf(onPaper);
        inScenario = List.copyOf(inScenario);
        fates = List.copyOf(fates);
        timeline = List.copyOf(timeline);
        gains = List.copyOf(gains);
    }

    public static Findings of(Model model, Scenario scenario, long seed, Effort effort) {
        var fall = new Fall(model, scenario);
        var gains = Measures.ranked(model, scenario, seed, effort);
        var recovery = Recovery.of(model, scenario, fall, seed, TRIES_WITHOUT_GAIN_MAX, effort);
        return new Findings(
                model,
                scenario,
                fall,
                fall.outages(Repairs.AT_ONCE),
                recovery,
                Contradictions.onPaper(model),
                Contradictions.inScenario(model, recovery.outages(), fall.losses()),
                CommonFates.of(model),
                Timeline.until(TIMELINE_HOURS, model, fall, recovery),
                gains);
    }

    /** Parts of a kind that are hit themselves; a system is when a server or data of its own is. */
    public List<Part> damaged(Kind kind) {
        return model.all(kind).stream().filter(this::isDamaged).toList();
    }

    /** Parts of a kind that nothing has hit, and that stand still at some time all the same. */
    public List<Part> stopped(Kind kind) {
        return model.all(kind).stream()
                .filter(part -> !isDamaged(part) && !outage(part).isNone())
                .toList();
    }

    public Outage outage(Part part) {
        return recovery.outages().getOrDefault(part.id(), Outage.NONE);
    }

    public boolean isDamaged(Part part) {
        if (fall.hits().containsKey(part.id())) return true;
        return part.kind() == Kind.SYSTEM
                && part.needs().stream().flatMap(need -> ownOf(need).stream()).anyMatch(fall.hits()::containsKey);
    }

    private List<String> ownOf(Need need) {
        return need.of().stream()
                .filter(id ->
                        model.part(id).kind() == Kind.SERVER || model.part(id).kind() == Kind.DATA)
                .toList();
    }
}
