package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import noroshi.shelters.DecideDispute;
import noroshi.shelters.Devices;
import noroshi.shelters.Need;
import noroshi.shelters.ReportFields;
import noroshi.shelters.ReportShelter;
import noroshi.shelters.Shelter;
import noroshi.shelters.ShelterOutcome;
import noroshi.shelters.Shelters;
import noroshi.shelters.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How shelters stand: the list, one shelter with its log, and the next report. */
@Controller
class ShelterController {

    private final Shelters shelters;
    private final Devices devices;
    private final ReportShelter report;
    private final DecideDispute decide;
    private final InstantSource clock;

    ShelterController(
            Shelters shelters, Devices devices, ReportShelter report, DecideDispute decide, InstantSource clock) {
        this.decide = decide;
        this.shelters = shelters;
        this.devices = devices;
        this.report = report;
        this.clock = clock;
    }

    @GetMapping("/shelters")
    View list(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "1") int page) {
        var board = ShelterBoard.of(shelters.list(acting.code()), shown, Math.clamp(page, 1, 10_000), clock.instant());
        return Screen.of("shelters", frame).with("acting", acting).with("board", board);
    }

    @GetMapping("/shelters/{id:[0-9]+}")
    View show(Frame frame, Acting acting, @PathVariable long id) {
        return screen(frame, acting, id, null, Trouble.NONE);
    }

    @PostMapping("/shelters/{id:[0-9]+}/report")
    View report(
            Frame frame, Acting acting, @PathVariable long id, @RequestParam long seen, HttpServletRequest request) {
        var fields = new Fields(request.getParameterMap());
        var typed = new HashMap<String, String>();
        for (var name : request.getParameterMap().keySet())
            typed.put(name, fields.text(name).strip());
        Told told;
        try {
            told = ReportFields.read(typed, at(typed.getOrDefault("at", "")));
        } catch (IllegalArgumentException e) {
            return screen(frame, acting, id, typed, Trouble.of("人数や時刻を読み取れません。人数は数字で、時刻は「2026-03-11T15:00」の形で入れてください。"))
                    .status(422);
        }
        var outcome = report.handle(
                new ReportShelter.Command(acting.code(), id, told, seen, acting.officer(), clock.instant()));
        return after(outcome, frame, acting, id, typed, request);
    }

    @PostMapping("/shelters/{id:[0-9]+}/decide")
    View decide(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @RequestParam long report,
            @RequestParam boolean keep,
            HttpServletRequest request) {
        var outcome = decide.handle(
                new DecideDispute.Command(acting.code(), id, report, keep, acting.officer(), clock.instant()));
        return after(outcome, frame, acting, id, null, request);
    }

    /** Empty: now. */
    private Instant at(String typed) {
        if (typed.isEmpty()) return clock.instant();
        try {
            return java.time.LocalDateTime.parse(typed)
                    .atZone(noroshi.platform.Time.JAPAN)
                    .toInstant();
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private View after(
            ShelterOutcome outcome,
            Frame frame,
            Acting acting,
            long id,
            @Nullable Map<String, String> typed,
            HttpServletRequest request) {
        return switch (outcome) {
            case ShelterOutcome.Done(Shelter shelter, var words) -> {
                Notice.leave(request, words);
                yield new RedirectView(acting.at("/shelters/" + shelter.id()));
            }
            case ShelterOutcome.Overtaken overtaken ->
                screen(frame, acting, id, typed, Trouble.of("ほかの職員が先に変えました。内容を確かめて、もう一度送ってください。"))
                        .status(409);
            case ShelterOutcome.Invalid(var field, var reason) ->
                screen(frame, acting, id, typed, Trouble.of(reason)).status(422);
            case ShelterOutcome.Missing missing -> throw Refused.missing("避難所");
            case ShelterOutcome.NotAllowed(var reason) -> throw new Refused(403, "この避難所は扱えません", reason);
        };
    }

    private Screen screen(Frame frame, Acting acting, long id, @Nullable Map<String, String> typed, Trouble trouble) {
        var shelter = shelters.find(acting.code(), id).orElseThrow(() -> Refused.missing("避難所"));
        var sheet = new ShelterSheet(
                shelter,
                ShelterBoard.chip(shelter.state()),
                shelters.contradicted(shelter).map(ShelterSheet::line).orElse(null),
                shelters.log(acting.code(), id).stream().map(ShelterSheet::line).toList(),
                devices.list(acting.code(), id),
                typed == null ? now(shelter) : typed);
        return Screen.of("shelter", frame)
                .with("acting", acting)
                .with("sheet", sheet)
                .with("trouble", trouble);
    }

    /** The next report begins with what is known. */
    private static Map<String, String> now(Shelter shelter) {
        var typed = new HashMap<String, String>();
        var report = shelter.report();
        if (report == null) return Map.of("state", "OPEN", "crowding", "UNKNOWN", "next", "180");
        var told = report.told();
        typed.put("state", told.state().name());
        typed.put("crowding", told.crowding().name());
        put(typed, "people", told.people());
        put(typed, "households", told.households());
        put(typed, "voluntary_people", told.voluntaryPeople());
        put(typed, "voluntary_households", told.voluntaryHouseholds());
        for (var need : Need.values()) typed.put(need.code(), told.answer(need).name());
        typed.put("note", told.note());
        typed.put("next", "180");
        return typed;
    }

    private static void put(Map<String, String> typed, String name, @Nullable Integer count) {
        if (count != null) typed.put(name, count.toString());
    }
}
