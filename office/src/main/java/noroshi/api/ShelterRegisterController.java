package noroshi.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.platform.ApiProblem.Place;
import noroshi.platform.Settings;
import noroshi.shelters.Crowding;
import noroshi.shelters.Need;
import noroshi.shelters.Report;
import noroshi.shelters.ReportShelter;
import noroshi.shelters.Shelter;
import noroshi.shelters.ShelterOutcome;
import noroshi.shelters.Shelters;
import noroshi.shelters.State;
import noroshi.shelters.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shelters for systems: which there are, how they stand, and the next report. */
@RestController
@RequestMapping(path = "/api/v1/shelters", produces = "application/json")
class ShelterRegisterController {

    private final Shelters shelters;
    private final ReportShelter reportShelter;
    private final String publicUrl;
    private final InstantSource clock;

    ShelterRegisterController(Shelters shelters, ReportShelter reportShelter, Settings settings, InstantSource clock) {
        this.shelters = shelters;
        this.reportShelter = reportShelter;
        this.publicUrl = settings.publicUrl().toString().replaceFirst("/$", "");
        this.clock = clock;
    }

    /** @param capacity people; null: unknown; @param report the one that holds now */
    private record View(
            long id,
            String government,
            String name,
            String address,
            String district,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable Integer capacity,
            String state,
            @Nullable ReportView report,
            String url) {}

    /** @param held newest, conflict (its sender had not seen the report before it) or late (something newer was known) */
    private record ReportView(
            long id,
            Instant at,
            String state,
            @Nullable Integer people,
            @Nullable Integer households,
            @Nullable Integer voluntaryPeople,
            @Nullable Integer voluntaryHouseholds,
            String crowding,
            Map<String, String> needs,
            String note,
            @Nullable Instant nextUpdate,
            String held) {}

    @GetMapping
    List<View> list(Bearer bearer, @RequestParam(required = false) @Nullable String government) {
        return shelters.list(Callers.government(bearer, government)).stream()
                .map(this::view)
                .toList();
    }

    @GetMapping("/{id}")
    View read(Bearer bearer, @PathVariable String id, @RequestParam(required = false) @Nullable String government) {
        return shelters.find(Callers.government(bearer, government), Addressed.number(id, "避難所"))
                .filter(shelter -> shelter.master().isShelter())
                .map(this::view)
                .orElseThrow(() -> Addressed.missing(id, "避難所"));
    }

    @PostMapping(path = "/{id}/reports", consumes = "application/json")
    ResponseEntity<View> report(Bearer bearer, @PathVariable String id, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.REGISTERS_WRITE);
        var now = clock.instant();
        var fields = Fields.read(body);
        var government = Callers.government(bearer, fields.textOrNull("government"));
        var seen = fields.number("seen", Long.MAX_VALUE);
        var told = told(fields, now);
        fields.noMore();
        fields.check();
        var outcome = reportShelter.handle(new ReportShelter.Command(
                government,
                Addressed.number(id, "避難所"),
                Objects.requireNonNull(told),
                seen == null ? 0 : seen,
                bearer.officer(),
                now));
        return switch (outcome) {
            case ShelterOutcome.Done done -> ResponseEntity.status(201).body(view(done.shelter()));
            case ShelterOutcome.Overtaken overtaken -> throw Outcomes.notAllowed("ほかの人が先に変えました。読み直してください。");
            case ShelterOutcome.Invalid(var field, var reason) ->
                throw Outcomes.invalid(
                        List.of(new Place("#/" + (field.equals("next") ? "nextUpdate" : field), reason)));
            case ShelterOutcome.Missing missing -> throw Addressed.missing(id, "避難所");
            case ShelterOutcome.NotAllowed(var reason) -> throw Outcomes.notAllowed(reason);
        };
    }

    /** null where a field is wrong; that is noted there. */
    private static @Nullable Told told(Fields fields, Instant now) {
        var at = fields.instant("at");
        var state = fields.choice("state", State.values(), null);
        var people = fields.count("people", Told.COUNT_MAX);
        var households = fields.count("households", Told.COUNT_MAX);
        var voluntaryPeople = fields.count("voluntaryPeople", Told.COUNT_MAX);
        var voluntaryHouseholds = fields.count("voluntaryHouseholds", Told.COUNT_MAX);
        var crowding = fields.choice("crowding", Crowding.values(), Crowding.UNKNOWN);
        var needs = needs(fields.object("needs"));
        var note = fields.line("note", Told.NOTE_CHARACTERS_MAX);
        var next = fields.instant("nextUpdate");
        if (note.length() > Told.NOTE_CHARACTERS_MAX) return null;
        return new Told(
                at == null ? now : at,
                state,
                people,
                households,
                voluntaryPeople,
                voluntaryHouseholds,
                crowding,
                needs,
                note,
                next);
    }

    private static Map<Need, Need.Answer> needs(@Nullable Fields given) {
        var needs = new EnumMap<Need, Need.Answer>(Need.class);
        if (given == null) return needs;
        for (var need : Need.values())
            needs.put(need, given.choice(need.code(), Need.Answer.values(), Need.Answer.UNKNOWN));
        given.noMore();
        return needs;
    }

    private View view(Shelter shelter) {
        var master = shelter.master();
        var position = master.position();
        var report = shelter.report();
        return new View(
                shelter.id(),
                shelter.government(),
                master.name(),
                master.address(),
                master.district(),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                master.capacity() < 0 ? null : master.capacity(),
                code(shelter.state()),
                report == null ? null : view(report),
                publicUrl + "/" + shelter.government() + shelter.path());
    }

    private static ReportView view(Report report) {
        var told = report.told();
        var needs = new TreeMap<String, String>();
        told.needs().forEach((need, answer) -> needs.put(need.code(), code(answer)));
        return new ReportView(
                report.id(),
                told.at(),
                code(told.state()),
                told.people(),
                told.households(),
                told.voluntaryPeople(),
                told.voluntaryHouseholds(),
                code(told.crowding()),
                needs,
                told.note(),
                told.nextUpdate(),
                code(report.held()));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
