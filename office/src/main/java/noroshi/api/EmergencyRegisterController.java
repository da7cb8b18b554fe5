package noroshi.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.emergency.ChangeEmergency;
import noroshi.emergency.Declaration;
import noroshi.emergency.DeclareEmergency;
import noroshi.emergency.EmergencyDesk;
import noroshi.emergency.Hazard;
import noroshi.emergency.Level;
import noroshi.emergency.Phase;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.platform.ApiProblem.Place;
import noroshi.publishing.Outcome.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Emergencies that officers lead, for systems: declared, changed, ended by the phase {@code closed}. Always at home. */
@RestController
@RequestMapping(path = "/api/v1/emergencies", produces = "application/json")
class EmergencyRegisterController {

    /** A rehearsal that forgets the word would alarm a town. */
    static final String DRILL = "訓練なら true、実際の災害なら false を必ず指定してください。";

    private static final Duration LASTS_USUALLY = Duration.ofHours(6);

    private final DeclareEmergency declareEmergency;
    private final ChangeEmergency changeEmergency;
    private final EmergencyDesk desk;
    private final InstantSource clock;

    EmergencyRegisterController(
            DeclareEmergency declareEmergency,
            ChangeEmergency changeEmergency,
            EmergencyDesk desk,
            InstantSource clock) {
        this.declareEmergency = declareEmergency;
        this.changeEmergency = changeEmergency;
        this.desk = desk;
        this.clock = clock;
    }

    /** One state of an event, as its timeline tells it. */
    private record Change(
            Instant at, String phase, String level, String title, String words, String mark, Instant expiresAt) {}

    @PostMapping(consumes = "application/json")
    ResponseEntity<Map<String, String>> declare(Bearer bearer, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.EMERGENCIES_WRITE);
        var fields = Fields.read(body);
        var until = fields.instant("until");
        var declaration = new Declaration(
                fields.choice("hazard", Hazard.values(), null),
                fields.choice("level", Level.values(), null),
                fields.choice("phase", Phase.values(), Phase.ALERT),
                fields.text("grade"),
                fields.texts("areas"),
                fields.text("words"),
                fields.chosen("drill", DRILL),
                until == null ? clock.instant().plus(LASTS_USUALLY) : until);
        fields.noMore();
        fields.check();
        var outcome = declareEmergency.handle(new DeclareEmergency.Command(bearer.officer(), declaration));
        refuse(outcome.problems());
        return ResponseEntity.status(201)
                .header("Location", "/api/v1/emergencies/" + outcome.event())
                .body(Map.of("event", outcome.event()));
    }

    @PutMapping(path = "/{event}", consumes = "application/json")
    List<Change> change(Bearer bearer, @PathVariable String event, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.EMERGENCIES_WRITE);
        var fields = Fields.read(body);
        var phase = fields.choice("phase", Phase.values(), null);
        var level = fields.choice("level", Level.values(), null);
        var words = fields.text("words");
        var until = fields.instant("until");
        fields.noMore();
        fields.check();
        refuse(changeEmergency.handle(new ChangeEmergency.Command(
                bearer.officer(),
                event,
                phase,
                level,
                words,
                until == null ? clock.instant().plus(LASTS_USUALLY) : until)));
        return timeline(bearer, event);
    }

    /** Its timeline on the token's own government's site, the oldest first. */
    @GetMapping("/{event}")
    List<Change> timeline(Bearer bearer, @PathVariable String event) {
        var changes = desk.timeline(bearer.officer().government(), event);
        if (changes.isEmpty()) throw Outcomes.missing("この緊急態勢はありません。GET /api/v1/emergencies で確かめてください。");
        return changes.stream()
                .map(change -> new Change(
                        change.at(),
                        change.emergency().phase().code(),
                        change.emergency().level().name().toLowerCase(Locale.ROOT),
                        change.emergency().title(),
                        change.words(),
                        change.emergency().mark(),
                        change.emergency().expiresAt()))
                .toList();
    }

    /** What is wrong with no field in particular is a right or a state that is lacking. */
    static void refuse(List<Problem> problems) {
        if (problems.isEmpty()) return;
        if (problems.stream().allMatch(problem -> problem.field().isEmpty()))
            throw Outcomes.notAllowed(problems.getFirst().message());
        throw Outcomes.invalid(problems.stream()
                .map(problem -> new Place(
                        "#/" + (problem.field().equals("hours") ? "until" : problem.field()), problem.message()))
                .toList());
    }
}
