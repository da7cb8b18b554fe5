package noroshi.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import noroshi.damage.ChangeDamage;
import noroshi.damage.Damage;
import noroshi.damage.DamageOutcome;
import noroshi.damage.Damages;
import noroshi.damage.Kind;
import noroshi.damage.Position;
import noroshi.damage.ReportDamage;
import noroshi.damage.State;
import noroshi.damage.Subject;
import noroshi.damage.Told;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.platform.ApiProblem.Place;
import noroshi.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Damage for systems, e.g. of who runs the roads or the water: what is broken, and the next report on it. */
@RestController
@RequestMapping(path = "/api/v1/damage", produces = "application/json")
class DamageRegisterController {

    private static final int PERCENT_MAX = 100;

    private final Damages damages;
    private final ChangeDamage changeDamage;
    private final ReportDamage reportDamage;
    private final String publicUrl;
    private final InstantSource clock;

    DamageRegisterController(
            Damages damages,
            ChangeDamage changeDamage,
            ReportDamage reportDamage,
            Settings settings,
            InstantSource clock) {
        this.damages = damages;
        this.changeDamage = changeDamage;
        this.reportDamage = reportDamage;
        this.publicUrl = settings.publicUrl().toString().replaceFirst("/$", "");
        this.clock = clock;
    }

    /** @param report number of the report that holds now: to be sent as {@code seen} with the next one */
    private record View(
            long id,
            String government,
            String kind,
            String name,
            String operator,
            String district,
            String address,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            long report,
            Instant at,
            String state,
            String says,
            @Nullable Integer percent,
            @Nullable LocalDate forecast,
            @Nullable Integer affected,
            String extent,
            String source,
            @Nullable Instant nextUpdate,
            String held,
            String url) {}

    @GetMapping
    List<View> list(Bearer bearer, @RequestParam(required = false) @Nullable String government) {
        return damages.list(Callers.government(bearer, government)).stream()
                .map(this::view)
                .toList();
    }

    @GetMapping("/{id}")
    View read(Bearer bearer, @PathVariable String id, @RequestParam(required = false) @Nullable String government) {
        return damages.find(Callers.government(bearer, government), Addressed.number(id, "被害"))
                .map(this::view)
                .orElseThrow(() -> Addressed.missing(id, "被害"));
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<View> add(Bearer bearer, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.REGISTERS_WRITE);
        var now = clock.instant();
        var fields = Fields.read(body);
        var government = Callers.government(bearer, fields.textOrNull("government"));
        var subject = subject(fields);
        var told = told(fields, now);
        fields.noMore();
        fields.check();
        return answer(changeDamage.handle(
                new ChangeDamage.Add(government, Objects.requireNonNull(subject), told, bearer.officer(), now)));
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
        return answer(reportDamage.handle(new ReportDamage.Command(
                government, Addressed.number(id, "被害"), told, seen == null ? 0 : seen, bearer.officer(), now)));
    }

    /** null where a field is wrong; that is noted there. */
    private static @Nullable Subject subject(Fields fields) {
        var kind = fields.choice("kind", Kind.values(), null);
        var name = fields.text("name");
        var latitude = fields.decimal("latitude");
        var longitude = fields.decimal("longitude");
        try {
            return new Subject(
                    kind,
                    name,
                    fields.text("operator", ""),
                    fields.text("district", ""),
                    fields.text("address", ""),
                    latitude == null || longitude == null ? null : new Position(latitude, longitude));
        } catch (IllegalArgumentException wrong) {
            fields.wrong(
                    "name",
                    "名称は%d文字以内、地区・住所・管理者は%d文字以内、緯度と経度は日本の範囲にしてください（%s）。"
                            .formatted(Subject.NAME_CHARACTERS_MAX, Subject.LINE_CHARACTERS_MAX, wrong.getMessage()));
            return null;
        }
    }

    private static Told told(Fields fields, Instant now) {
        var at = fields.instant("at");
        return new Told(
                at == null ? now : at,
                fields.choice("state", State.values(), null),
                fields.count("percent", PERCENT_MAX),
                fields.day("forecast"),
                fields.count("affected", Integer.MAX_VALUE),
                fields.text("extent", ""),
                fields.text("source"),
                fields.instant("nextUpdate"));
    }

    private ResponseEntity<View> answer(DamageOutcome outcome) {
        return switch (outcome) {
            case DamageOutcome.Done done -> ResponseEntity.status(201).body(view(done.damage()));
            case DamageOutcome.Overtaken overtaken -> throw Outcomes.notAllowed("ほかの人が先に変えました。読み直してください。");
            case DamageOutcome.Invalid(var field, var reason) ->
                throw Outcomes.invalid(
                        List.of(new Place("#/" + (field.equals("next") ? "nextUpdate" : field), reason)));
            case DamageOutcome.Missing missing -> throw Outcomes.missing("この番号の被害はありません。番号と団体を確かめてください。");
            case DamageOutcome.NotAllowed(var reason) -> throw Outcomes.notAllowed(reason);
        };
    }

    private View view(Damage damage) {
        var subject = damage.subject();
        var position = subject.position();
        var told = damage.told();
        return new View(
                damage.id(),
                damage.government(),
                code(subject.kind()),
                subject.name(),
                subject.operator(),
                subject.district(),
                subject.address(),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                damage.report().id(),
                told.at(),
                code(damage.state()),
                damage.says(),
                told.percent(),
                told.forecast(),
                told.affected(),
                told.extent(),
                told.source(),
                told.nextUpdate(),
                code(damage.report().held()),
                publicUrl + "/" + damage.government() + damage.path());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
