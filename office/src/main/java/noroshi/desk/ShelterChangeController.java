package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import noroshi.platform.Settings;
import noroshi.shelters.ChangeShelter;
import noroshi.shelters.IssuePass;
import noroshi.shelters.RevokeDevice;
import noroshi.shelters.ShelterOutcome;
import noroshi.shelters.Shelters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What a shelter is: added, corrected; its printed sheet, its telephones. */
@Controller
class ShelterChangeController {

    private static final String WRONG =
            "名称（200字以内）、緯度・経度（日本国内の度、両方か空欄）、収容人数（数字）、URL（https:// か http:// で始まるもの）を確かめてください。";

    private final Shelters shelters;
    private final ChangeShelter change;
    private final IssuePass issue;
    private final RevokeDevice revoke;
    private final Settings settings;
    private final InstantSource clock;

    ShelterChangeController(
            Shelters shelters,
            ChangeShelter change,
            IssuePass issue,
            RevokeDevice revoke,
            Settings settings,
            InstantSource clock) {
        this.shelters = shelters;
        this.change = change;
        this.issue = issue;
        this.revoke = revoke;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/shelters/new")
    View added(Frame frame, Acting acting) {
        return form(frame, acting, 0, 0, Map.of(), Trouble.NONE);
    }

    @GetMapping("/shelters/{id:[0-9]+}/edit")
    View edit(Frame frame, Acting acting, @PathVariable long id) {
        var shelter = shelters.find(acting.code(), id).orElseThrow(() -> Refused.missing("避難所"));
        return form(frame, acting, id, shelter.version(), ShelterForm.of(shelter.master()), Trouble.NONE);
    }

    @PostMapping("/shelters/save")
    View save(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request) {
        var typed = ShelterForm.typed(new Fields(request.getParameterMap()));
        var before = id == 0
                ? null
                : shelters.find(acting.code(), id)
                        .orElseThrow(() -> Refused.missing("避難所"))
                        .master();
        noroshi.shelters.Master master;
        try {
            master = ShelterForm.master(typed, before);
        } catch (IllegalArgumentException e) {
            return form(frame, acting, id, version, typed, Trouble.of(WRONG)).status(422);
        }
        var outcome = change.handle(new ChangeShelter.Command(
                acting.code(), id == 0 ? null : id, version, master, acting.officer(), clock.instant()));
        if (outcome instanceof ShelterOutcome.Done(var shelter, var words)) {
            Notice.leave(request, words);
            return new RedirectView(acting.at("/shelters/" + shelter.id()));
        }
        return refused(outcome, frame, acting, id, version, typed);
    }

    private static View refused(
            ShelterOutcome outcome, Frame frame, Acting acting, long id, int version, Map<String, String> typed) {
        return switch (outcome) {
            case ShelterOutcome.Done done -> throw new IllegalStateException("Done is no refusal.");
            case ShelterOutcome.Overtaken(var now) ->
                form(
                                frame,
                                acting,
                                id,
                                now.version(),
                                typed,
                                Trouble.of("ほかの職員が先に直しました。入力した内容は残っています。確かめて、もう一度保存してください。"))
                        .status(409);
            case ShelterOutcome.Invalid(var field, var reason) ->
                form(frame, acting, id, version, typed, Trouble.of(reason)).status(422);
            case ShelterOutcome.Missing missing -> throw Refused.missing("避難所");
            case ShelterOutcome.NotAllowed(var reason) -> throw new Refused(403, "避難所を変えられません", reason);
        };
    }

    private static Screen form(
            Frame frame, Acting acting, long id, int version, Map<String, String> typed, Trouble trouble) {
        return Screen.of("shelterform", frame)
                .with("acting", acting)
                .with("id", id)
                .with("version", version)
                .with("typed", typed)
                .with("trouble", trouble);
    }

    /** The sheet is shown once: its code is not kept. */
    @PostMapping("/shelters/{id:[0-9]+}/pass")
    View pass(
            Frame frame, Acting acting, @PathVariable long id, @RequestParam(defaultValue = "") String endTelephones) {
        var command =
                new IssuePass.Command(acting.code(), id, !endTelephones.isEmpty(), acting.officer(), clock.instant());
        return switch (issue.handle(command)) {
            case IssuePass.Ended.Refused(var reason) -> throw new Refused(403, "用紙を作れません", reason);
            case IssuePass.Ended.Issued(var shelter, var code, var expires, var telephones) -> {
                var base = settings.publicUrl().toString().replaceAll("/+$", "") + "/" + acting.code() + "/shelters/";
                var enrolment = base + "report#g=%s&p=%d&c=%s".formatted(acting.code(), id, code.replace("-", ""));
                yield Screen.of("sheltersheet", frame)
                        .with("acting", acting)
                        .with("shelter", shelter)
                        .with("code", code)
                        .with("telephones", telephones)
                        .with("expires", Moments.day(expires))
                        .with("publicAddress", base + id)
                        .with("publicCode", QrCode.of(base + id))
                        .with("staffAddress", base + "report")
                        .with("staffCode", QrCode.of(enrolment));
            }
        };
    }

    @PostMapping("/shelters/{id:[0-9]+}/devices/{device:[0-9]+}/revoke")
    View revoke(Acting acting, @PathVariable long id, @PathVariable long device, HttpServletRequest request) {
        Notice.leave(
                request,
                revoke.handle(new RevokeDevice.Command(acting.code(), id, device, acting.officer(), clock.instant())));
        return new RedirectView(acting.at("/shelters/" + id));
    }
}
