package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import noroshi.care.MailAddressOfOfficer;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** メールで下書き: an officer's own secret address. */
@Controller
class MailDraftController {

    private final MailAddressOfOfficer address;
    private final SeriesShelf series;
    private final Tenancy tenancy;
    private final InstantSource clock;

    MailDraftController(MailAddressOfOfficer address, SeriesShelf series, Tenancy tenancy, InstantSource clock) {
        this.address = address;
        this.series = series;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/mail-draft")
    View show(Frame frame, Officer me, HttpServletRequest request) {
        var kept = address.find(me);
        return Screen.of("maildraft", frame)
                .with("isOpen", address.isOpen())
                .with("since", kept.map(one -> Moments.full(one.madeAt())).orElse(""))
                .with("chosen", kept.map(MailAddressOfOfficer.Kept::series).orElse(""))
                .with("series", tenancy.in(me.government(), () -> series.list(me.government())))
                .with("secret", Secret.take(request));
    }

    @PostMapping("/mail-draft")
    View make(Officer me, @RequestParam(defaultValue = "") String series, HttpServletRequest request) {
        return act(new MailAddressOfOfficer.Command(series, me, clock.instant()), request);
    }

    @PostMapping("/mail-draft/end")
    View end(Officer me, HttpServletRequest request) {
        return act(new MailAddressOfOfficer.Command(null, me, clock.instant()), request);
    }

    private View act(MailAddressOfOfficer.Command command, HttpServletRequest request) {
        switch (address.handle(command)) {
            case MailAddressOfOfficer.Outcome.Made(var made) -> Secret.leave(request, "あなたの下書き用アドレス", made);
            case MailAddressOfOfficer.Outcome.Ended() -> Notice.leave(request, "アドレスを止めました。これから届くメールは受け取りません。");
            case MailAddressOfOfficer.Outcome.Refused(var reason) -> throw new Refused(409, "アドレスを作れません", reason);
        }
        return new RedirectView("/mail-draft");
    }
}
