package noroshi.planning.continuity.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.failure.Outage;
import tools.jackson.databind.json.JsonMapper;

/** All of it as one JSON object. Hours; null where it never comes back, or all data are lost. */
public final class JsonReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Findings findings;
    private final Words words;

    public JsonReport(Findings findings) {
        this.findings = findings;
        this.words = new Words(findings.model());
    }

    @Override
    public String toString() {
        var result = new LinkedHashMap<String, Object>();
        result.put("scenario", findings.scenario().id());
        result.put("lost_service_hours", findings.recovery().lostServiceHours());
        result.put("damaged_systems", ids(findings.damaged(Kind.SYSTEM)));
        result.put("stopped_systems", ids(findings.stopped(Kind.SYSTEM)));
        result.put(
                "hits",
                findings.fall().hits().entrySet().stream()
                        .map(hit -> Map.of("part", hit.getKey(), "cause", words.cause(hit.getValue())))
                        .toList());
        result.put("outages", outages());
        result.put(
                "contradictions_on_paper",
                findings.onPaper().stream().map(JsonReport::contradiction).toList());
        result.put(
                "contradictions_in_scenario",
                findings.inScenario().stream().map(JsonReport::contradiction).toList());
        result.put("common_fates", findings.fates());
        result.put("timeline", findings.timeline());
        result.put("recovery", findings.recovery().tasks());
        result.put(
                "measures",
                findings.gains().stream()
                        .map(gain -> Map.of(
                                "measure",
                                gain.measure().id(),
                                "yen",
                                gain.measure().yen(),
                                "service_hours",
                                gain.hours(),
                                "service_hours_per_million_yen",
                                gain.hoursPerMillionYen()))
                        .toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result);
    }

    private static List<String> ids(List<Part> parts) {
        return parts.stream().map(Part::id).toList();
    }

    private List<Map<String, Object>> outages() {
        return findings.model().parts().values().stream()
                .filter(part -> !findings.outage(part).isNone())
                .map(this::outage)
                .toList();
    }

    private Map<String, Object> outage(Part part) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("part", part.id());
        shown.put("kind", part.kind().list());
        shown.put("damaged", findings.isDamaged(part));
        shown.put(
                "spans",
                findings.outage(part).spans().stream()
                        .map(span -> finite("from", span.from(), "to", span.to()))
                        .toList());
        shown.putAll(finite(
                "rto_hours", findings.outage(part).longestHours(),
                "rto_hours_with_hands_enough",
                        findings.soonest().getOrDefault(part.id(), Outage.NONE).longestHours()));
        shown.putAll(finite(
                "rpo_hours",
                findings.fall().losses().hours(part.id()),
                "promised_rto_hours",
                part.promise().rtoHours()));
        return shown;
    }

    private static Map<String, Object> contradiction(noroshi.planning.continuity.failure.Contradiction found) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("kind", found.kind());
        shown.put("part", found.part());
        shown.put("because", found.because());
        shown.putAll(finite("promised_hours", found.promised(), "found_hours", found.found()));
        return shown;
    }

    @SuppressWarnings("NullAway") // JSON has no infinite number; null says never.
    private static Map<String, Object> finite(String one, double first, String other, double second) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put(one, first == Outage.NEVER ? null : first);
        shown.put(other, second == Outage.NEVER ? null : second);
        return shown;
    }
}
