package noroshi.emergency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.emergency.TakeTelegram.Outcome;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Telegrams in, emergencies out, for systems. */
@RestController
@RequestMapping("/api/v1")
class TelegramController {

    private static final int TELEGRAMS_LISTED_MAX = 200;

    private final TakeTelegram takeTelegram;
    private final EndReplay endReplay;
    private final Tenancy tenancy;
    private final TelegramStore telegrams;
    private final EmergencyStore emergencies;
    private final Settings settings;
    private final Audit audit;

    TelegramController(
            TakeTelegram takeTelegram,
            EndReplay endReplay,
            Tenancy tenancy,
            TelegramStore telegrams,
            EmergencyStore emergencies,
            Settings settings,
            Audit audit) {
        this.takeTelegram = takeTelegram;
        this.endReplay = endReplay;
        this.tenancy = tenancy;
        this.telegrams = telegrams;
        this.emergencies = emergencies;
        this.settings = settings;
        this.audit = audit;
    }

    @PostMapping(path = "/telegrams", consumes = MediaType.ALL_VALUE)
    ResponseEntity<?> take(
            Officer officer,
            @RequestBody(required = false) byte @org.jspecify.annotations.Nullable [] content,
            @RequestParam(defaultValue = "false") boolean replay,
            @RequestParam(defaultValue = "") String kind) {
        if (!mayRaise(officer)) return notAllowed();
        if (content == null || content.length == 0)
            return problem(HttpStatus.BAD_REQUEST, "電文がありません", "本文に気象庁防災情報XMLの電文を1通入れて送ってください。");
        return switch (takeTelegram.handle(new TakeTelegram.Command(content, kind, replay))) {
            case Outcome.Taken taken -> ResponseEntity.accepted().body(answer(taken));
            case Outcome.Rejected rejected -> rejected(rejected);
            case Outcome.ReplayForbidden forbidden -> problem(HttpStatus.CONFLICT, "再現は使えません", forbidden.reason());
        };
    }

    @GetMapping("/telegrams")
    List<StoredTelegram> telegrams() {
        return tenancy.in(settings.defaultSite(), () -> telegrams.newest(settings.defaultSite(), TELEGRAMS_LISTED_MAX));
    }

    @DeleteMapping("/replay")
    ResponseEntity<?> endReplay(Officer officer) {
        if (!mayRaise(officer)) return notAllowed();
        tenancy.runEverywhere(() -> {
            endReplay.handle();
            audit.record(settings.defaultSite(), officer.id(), "replay.ended", "replay", "");
        });
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/emergencies")
    List<Map<String, Object>> emergencies(@RequestParam(defaultValue = "") String government) {
        return tenancy
                .everywhere(() -> government.isEmpty() ? emergencies.listActive() : emergencies.listActive(government))
                .stream()
                .map(this::view)
                .toList();
    }

    /** A telegram speaks on every government's site and to all their subscribers: no town's token may send one. */
    private static boolean mayRaise(Officer officer) {
        return officer.prefectural() && (officer.has(Role.EMERGENCY) || officer.has(Role.ADMINISTRATOR));
    }

    private static ResponseEntity<ProblemDetail> notAllowed() {
        return problem(HttpStatus.FORBIDDEN, "許可されていません", "電文を送れるのは、県の緊急発信担当か管理者のトークンだけです。県の管理者に依頼してください。");
    }

    private Map<String, Object> answer(Outcome.Taken taken) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", taken.status());
        answer.put("kind", taken.telegram().kind());
        answer.put("title", taken.telegram().head().title());
        var article = taken.article();
        if (article != null)
            answer.put(
                    "article",
                    Map.of(
                            "id",
                            article,
                            "path",
                            path(settings.defaultSite(), article),
                            "url",
                            url(settings.defaultSite(), article)));
        else answer.put("article", null);
        var own = taken.emergencies().stream()
                .filter(e -> e.government().equals(settings.defaultSite()))
                .map(this::view)
                .toList();
        answer.put("emergency", own.isEmpty() ? null : own.getFirst());
        answer.put("emergencies", own);
        return answer;
    }

    private Map<String, Object> view(Emergency emergency) {
        var view = new LinkedHashMap<String, Object>();
        view.put("government", emergency.government());
        view.put("event", emergency.event());
        view.put("area", emergency.area());
        view.put("place", emergency.place());
        view.put("hazard", emergency.hazard().name().toLowerCase(java.util.Locale.ROOT));
        view.put("level", emergency.level().number());
        view.put("phase", emergency.phase().code());
        view.put("grade", emergency.grade());
        view.put("title", emergency.title());
        view.put("mark", emergency.mark());
        view.put("active", emergency.isActive());
        view.put("startedAt", emergency.startedAt().toString());
        view.put("expiresAt", emergency.expiresAt().toString());
        if (emergency.endedAt() != null) view.put("endedAt", emergency.endedAt().toString());
        var article = emergency.article();
        if (article != null) {
            view.put("article", article);
            view.put("url", url(emergency.source(), article));
        }
        return view;
    }

    private static String path(String government, long article) {
        return "/" + government + "/" + EventArticle.SERIES + "/" + article;
    }

    private String url(String government, long article) {
        return settings.publicUrl().toString().replaceFirst("/$", "") + path(government, article);
    }

    private static ResponseEntity<ProblemDetail> rejected(Outcome.Rejected rejected) {
        var why = rejected.why();
        var status =
                switch (why.reason()) {
                    case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                    case NOT_XML, FORBIDDEN_XML, NOT_A_TELEGRAM, INCOMPLETE, UNREADABLE_VALUE -> HttpStatus.BAD_REQUEST;
                };
        var problem = ProblemDetail.forStatusAndDetail(status, why.getMessage());
        problem.setTitle("電文を受け付けられません");
        problem.setProperty("reason", why.reason().name());
        problem.setProperty("what", why.what());
        problem.setProperty("where", why.where());
        problem.setProperty("next", why.next());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
