package noroshi.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import noroshi.damage.Contradiction;
import noroshi.damage.Figure;
import noroshi.damage.LossOutcome;
import noroshi.damage.LossReport;
import noroshi.damage.LossReports;
import noroshi.damage.Losses;
import noroshi.damage.Occasion;
import noroshi.damage.OpenOccasion;
import noroshi.damage.ReportLosses;
import noroshi.people.Bearer;
import noroshi.people.Directory;
import noroshi.people.Scope;
import noroshi.platform.ApiProblem;
import noroshi.platform.ApiProblem.Place;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of losses (消防庁 第4号様式) for systems: disasters that a prefecture opened, and a municipality's next 第n報 about one. */
@RestController
@RequestMapping(path = "/api/v1/losses", produces = "application/json")
class LossRegisterController {

    private final LossReports reports;
    private final ReportLosses reportLosses;
    private final OpenOccasion openOccasion;
    private final Directory directory;
    private final Tenancy tenancy;
    private final String publicUrl;
    private final InstantSource clock;

    LossRegisterController(
            LossReports reports,
            ReportLosses reportLosses,
            OpenOccasion openOccasion,
            Directory directory,
            Tenancy tenancy,
            Settings settings,
            InstantSource clock) {
        this.reports = reports;
        this.reportLosses = reportLosses;
        this.openOccasion = openOccasion;
        this.directory = directory;
        this.tenancy = tenancy;
        this.publicUrl = settings.publicUrl().toString().replaceFirst("/$", "");
        this.clock = clock;
    }

    /** @param figures by the codes of 第4号様式's fields; a field that is absent is under investigation, which is not 0 */
    private record View(
            String government,
            String occasion,
            int serial,
            Instant at,
            Map<String, Long> figures,
            String note,
            String source,
            @Nullable Instant nextUpdate,
            String url) {}

    @GetMapping
    List<Occasion> occasions(Bearer bearer, @RequestParam(required = false) @Nullable String government) {
        return reports.occasions(Callers.government(bearer, government));
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<Occasion> open(Bearer bearer, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.REGISTERS_WRITE);
        var fields = Fields.read(body);
        var government = Callers.government(bearer, fields.textOrNull("government"));
        var code = fields.text("code");
        var name = fields.text("name");
        var begunAt = fields.instant("begunAt");
        if (begunAt == null) fields.wrong("begunAt", "起きた日時を指定してください。");
        fields.noMore();
        fields.check();
        var prefecture =
                tenancy.in(government, () -> directory.getGovernment(government).isPrefecture());
        var ended = openOccasion.handle(
                new OpenOccasion.Command(occasion(government, code, name, begunAt), prefecture, bearer.officer()));
        return switch (ended) {
            case OpenOccasion.Ended.Opened(var occasion) ->
                ResponseEntity.status(201).body(occasion);
            case OpenOccasion.Ended.Refused refused -> throw Outcomes.notAllowed(refused.reason());
        };
    }

    private static Occasion occasion(String government, String code, String name, @Nullable Instant begunAt) {
        try {
            return new Occasion(government, code, name, begunAt == null ? Instant.EPOCH : begunAt);
        } catch (IllegalArgumentException wrong) {
            throw Outcomes.invalid(List.of(new Place(
                    "#/code", "符号は半角の a〜z、0〜9、- で3〜40文字、災害名は1〜%d文字にしてください。".formatted(Occasion.NAME_CHARACTERS_MAX))));
        }
    }

    /** The newest first. */
    @GetMapping("/{occasion}")
    List<View> log(
            Bearer bearer, @PathVariable String occasion, @RequestParam(required = false) @Nullable String government) {
        var of = Callers.government(bearer, government);
        if (reports.occasion(of, occasion).isEmpty()) throw missing();
        return reports.log(of, occasion).stream().map(this::view).toList();
    }

    @PostMapping(path = "/{occasion}", consumes = "application/json")
    ResponseEntity<View> report(Bearer bearer, @PathVariable String occasion, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.REGISTERS_WRITE);
        var now = clock.instant();
        var fields = Fields.read(body);
        var government = Callers.government(bearer, fields.textOrNull("government"));
        var seen = fields.count("seen", Integer.MAX_VALUE);
        var losses = losses(fields.object("figures"));
        var asOf = fields.instant("at");
        var note = fields.text("note", "");
        var source = fields.text("source");
        var next = fields.instant("nextUpdate");
        fields.noMore();
        fields.check();
        var outcome = reportLosses.handle(new ReportLosses.Command(
                government,
                occasion,
                seen == null ? 0 : seen,
                losses,
                asOf == null ? now : asOf,
                note,
                source,
                next,
                bearer.officer(),
                now));
        return switch (outcome) {
            case LossOutcome.Done(var report) -> ResponseEntity.status(201).body(view(report));
            case LossOutcome.Overtaken(var newest) -> throw overtaken(newest.serial());
            case LossOutcome.Contradicting(var all) ->
                throw Outcomes.invalid(
                        all.stream().map(LossRegisterController::place).toList());
            case LossOutcome.Missing missing -> throw missing();
            case LossOutcome.NotAllowed(var reason) -> throw Outcomes.notAllowed(reason);
        };
    }

    private static Losses losses(@Nullable Fields given) {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        if (given == null) return new Losses(figures);
        for (var figure : Figure.values()) {
            var value = given.number(figure.code(), Losses.FIGURE_MAX);
            if (value != null) figures.put(figure, value);
        }
        given.noMore();
        return new Losses(figures);
    }

    private static Place place(Contradiction one) {
        if (Figure.of(one.field()).isPresent()) return new Place("#/figures/" + one.field(), one.reason());
        return new Place(
                switch (one.field()) {
                    case "" -> "#/figures";
                    case "next" -> "#/nextUpdate";
                    default -> "#/" + one.field();
                },
                one.reason());
    }

    private static ApiProblem overtaken(int newest) {
        return ApiProblem.of(
                        412,
                        "overtaken",
                        "ほかの人が先に報告しています",
                        "最新は第%d報です。GET で読み、数字を確かめて、seen に%dを入れて送ってください。".formatted(newest, newest),
                        "The newest report is number %d. Read it, check your figures, and send seen: %d."
                                .formatted(newest, newest))
                .with("newest", newest);
    }

    private static ApiProblem missing() {
        return Outcomes.missing("この符号の災害はありません。GET /api/v1/losses で確かめるか、県に登録を依頼してください。");
    }

    private View view(LossReport report) {
        var figures = new TreeMap<String, Long>();
        report.losses().figures().forEach((figure, value) -> figures.put(figure.code(), value));
        return new View(
                report.government(),
                report.occasion(),
                report.serial(),
                report.at(),
                figures,
                report.note(),
                report.source(),
                report.nextUpdate(),
                "%s/%s/damage/losses/%s".formatted(publicUrl, report.government(), report.occasion()));
    }
}
