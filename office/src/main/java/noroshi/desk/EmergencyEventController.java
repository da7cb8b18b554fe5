package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import noroshi.emergency.ChangeEmergency;
import noroshi.emergency.DeclareEmergency;
import noroshi.emergency.EmergencyChange;
import noroshi.emergency.EmergencyDesk;
import noroshi.emergency.EventNote;
import noroshi.people.Directory;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 緊急態勢 by hand: declared, led through its phases, ended; and the timeline of every event. */
@Controller
class EmergencyEventController {

    private final Tenancy tenancy;
    private final Directory directory;
    private final EmergencyDesk desk;
    private final DeclareEmergency declareEmergency;
    private final ChangeEmergency changeEmergency;
    private final InstantSource clock;

    EmergencyEventController(
            Tenancy tenancy,
            Directory directory,
            EmergencyDesk desk,
            DeclareEmergency declareEmergency,
            ChangeEmergency changeEmergency,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.desk = desk;
        this.declareEmergency = declareEmergency;
        this.changeEmergency = changeEmergency;
        this.clock = clock;
    }

    @GetMapping("/emergency/declare")
    View blank(Frame frame, Acting acting) {
        allow(acting);
        var areas = acting.government().kind().equals("prefecture") ? List.<String>of() : List.of(acting.code());
        return form(frame, acting, EmergencyDeclareForm.blank(areas), Problems.NONE);
    }

    @PostMapping("/emergency/declare")
    View declare(Frame frame, Acting acting, HttpServletRequest request) {
        allow(acting);
        var form = EmergencyDeclareForm.read(request);
        var outcome = declareEmergency.handle(
                new DeclareEmergency.Command(acting.officer(), form.declaration(clock.instant())));
        if (!outcome.problems().isEmpty())
            return form(frame, acting, form, new Problems(outcome.problems())).status(422);
        Notice.leave(
                request,
                form.drill() ? "訓練の緊急態勢を宣言しました。すべての画面とメールに「訓練」と表示されます。" : "緊急態勢を宣言しました。公開サイトの帯とページに表示し、登録者に知らせます。");
        return new RedirectView(address(outcome.event()));
    }

    @GetMapping("/emergency/event")
    View event(Frame frame, Acting acting, @RequestParam String name) {
        var changes = timeline(acting, name);
        var newest = changes.getLast();
        var one = newest.emergency();
        var form = new EmergencyDeclareForm(
                one.hazard(),
                one.level(),
                one.phase(),
                "",
                List.of(),
                newest.words(),
                false,
                EmergencyDeclareForm.HOURS_USUAL);
        return event(frame, acting, name, changes, form, Problems.NONE);
    }

    @PostMapping("/emergency/event")
    View change(Frame frame, Acting acting, @RequestParam String name, HttpServletRequest request) {
        allow(acting);
        var changes = timeline(acting, name);
        var form = EmergencyDeclareForm.read(request);
        var problems = changeEmergency.handle(new ChangeEmergency.Command(
                acting.officer(), name, form.phase(), form.level(), form.words(), form.until(clock.instant())));
        if (!problems.isEmpty())
            return event(frame, acting, name, changes, form, new Problems(problems))
                    .status(422);
        Notice.leave(
                request,
                "緊急態勢を「%s」（%s）に変えました。"
                        .formatted(form.phase().japanese(), form.level().japanese()));
        return new RedirectView(address(name));
    }

    /** One's own government's only: helping hands write articles, but do not declare emergencies of others. */
    private static void allow(Acting acting) {
        if (!acting.isAtHome() || !acting.has(Role.EMERGENCY))
            throw new Refused(403, "緊急態勢を宣言できません", "緊急態勢を宣言し、変えられるのは、その団体の緊急発信担当だけです。危機管理の担当に依頼してください。");
    }

    private List<EmergencyChange> timeline(Acting acting, String name) {
        var changes = desk.timeline(acting.code(), name);
        if (changes.isEmpty()) throw new Refused(404, "緊急態勢が見つかりません", "団体を確かめ、「緊急・電文」の一覧から開き直してください。");
        return changes;
    }

    private Screen form(Frame frame, Acting acting, EmergencyDeclareForm form, Problems problems) {
        return Screen.of("emergencydeclare", frame)
                .with("acting", acting)
                .with("form", form)
                .with("problems", problems)
                .with("groups", tenancy.in(acting.code(), () -> ArticleChoices.groups(directory.listAreas())));
    }

    private Screen event(
            Frame frame,
            Acting acting,
            String name,
            List<EmergencyChange> changes,
            EmergencyDeclareForm form,
            Problems problems) {
        var newest = changes.getLast().emergency();
        boolean stands = newest.endedAt() == null;
        var shown = new EmergencyEvent(
                name,
                "%s（%s）".formatted(newest.grade(), newest.place()),
                newest.mark().isEmpty() ? List.of() : List.of(Chip.ofMark(newest.mark())),
                EmergencyDesk.isDeclared(name) && stands && acting.isAtHome() && acting.has(Role.EMERGENCY),
                lines(changes, desk.notes(acting.code(), name)));
        return Screen.of("emergencyevent", frame)
                .with("acting", acting)
                .with("event", shown)
                .with("form", form)
                .with("problems", problems);
    }

    private record Told(Instant at, EmergencyEvent.Line line) {}

    private static List<EmergencyEvent.Line> lines(List<EmergencyChange> changes, List<EventNote> notes) {
        return Stream.concat(
                        changes.stream().map(change -> new Told(change.at(), line(change))),
                        notes.stream().map(note -> new Told(note.at(), line(note))))
                .sorted(Comparator.comparing(Told::at))
                .map(Told::line)
                .toList()
                .reversed();
    }

    private static EmergencyEvent.Line line(EventNote note) {
        return new EmergencyEvent.Line(Moments.exact(note.at()), "－", "－", "－", note.words(), "職員");
    }

    private static EmergencyEvent.Line line(EmergencyChange change) {
        var one = change.emergency();
        return new EmergencyEvent.Line(
                Moments.exact(change.at()),
                one.hazard().japanese(),
                one.phase().japanese(),
                one.level().japanese(),
                change.words().isEmpty() ? one.grade() + "（" + one.place() + "）" : change.words(),
                change.byOfficer() ? "職員" : EmergencyDesk.isDeclared(one.event()) ? "時計" : "電文・時計");
    }

    private static String address(String event) {
        return "/emergency/event?name=" + URLEncoder.encode(event, StandardCharsets.UTF_8);
    }
}
