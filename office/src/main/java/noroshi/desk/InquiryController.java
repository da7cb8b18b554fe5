package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import noroshi.inquiries.AnswerInquiry;
import noroshi.inquiries.AssignInquiry;
import noroshi.inquiries.ForwardInquiry;
import noroshi.inquiries.Inquiry;
import noroshi.inquiries.InquiryOutcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What residents asked: the inbox, one inquiry, and the acts on it. */
@Controller
class InquiryController {

    private final InquiryScreens screens;
    private final AssignInquiry assign;
    private final ForwardInquiry forward;
    private final AnswerInquiry answer;
    private final InstantSource clock;

    InquiryController(
            InquiryScreens screens,
            AssignInquiry assign,
            ForwardInquiry forward,
            AnswerInquiry answer,
            InstantSource clock) {
        this.screens = screens;
        this.assign = assign;
        this.forward = forward;
        this.answer = answer;
        this.clock = clock;
    }

    @GetMapping("/inquiries")
    View inbox(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(defaultValue = "1") int page) {
        return Screen.of("inquiries", frame)
                .with("acting", acting)
                .with("inbox", screens.inbox(acting, department, answered, Math.clamp(page, 1, 10_000)));
    }

    @GetMapping("/inquiries/{number}")
    View show(Frame frame, Acting acting, @PathVariable String number) {
        return screen(frame, acting, number, InquiryScreens.Typed.NOTHING, Trouble.NONE);
    }

    @PostMapping("/inquiries/{number}/assign")
    View assign(
            Frame frame,
            Acting acting,
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam long officer,
            HttpServletRequest request) {
        var outcome = assign.handle(
                new AssignInquiry.Command(acting.code(), number, version, officer, acting.officer(), clock.instant()));
        return after(outcome, frame, acting, number, InquiryScreens.Typed.NOTHING, request, "担当者を決めました。");
    }

    @PostMapping("/inquiries/{number}/answer")
    View answer(
            Frame frame,
            Acting acting,
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String text,
            HttpServletRequest request) {
        var outcome = answer.handle(
                new AnswerInquiry.Command(acting.code(), number, version, text, acting.officer(), clock.instant()));
        var typed = new InquiryScreens.Typed(text, "", "");
        return after(outcome, frame, acting, number, typed, request, "回答を送りました。メールで届くほか、受付番号の照会ページでも読めます。");
    }

    @PostMapping("/inquiries/{number}/forward")
    View forward(
            Frame frame,
            Acting acting,
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(name = "to", defaultValue = "") String department,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var outcome = forward.handle(new ForwardInquiry.Command(
                acting.code(), number, version, department, reason.strip(), acting.officer(), clock.instant()));
        var typed = new InquiryScreens.Typed("", department, reason);
        return after(outcome, frame, acting, number, typed, request, "問い合わせを転送しました。");
    }

    private View after(
            InquiryOutcome outcome,
            Frame frame,
            Acting acting,
            String number,
            InquiryScreens.Typed typed,
            HttpServletRequest request,
            String done) {
        return switch (outcome) {
            case InquiryOutcome.Done(var inquiry) -> {
                Notice.leave(request, done);
                yield new RedirectView(acting.at(next(acting, inquiry)));
            }
            case InquiryOutcome.Overtaken overtaken ->
                screen(
                                frame,
                                acting,
                                number,
                                typed,
                                new Trouble(
                                        "ほかの職員が先に操作したため、まだ反映していません。",
                                        "下の「これまでの経過」に新しい操作があります。",
                                        "内容を確かめて、必要ならもう一度送ってください。入力した文章は残っています。"))
                        .status(409);
            case InquiryOutcome.Invalid(var reason) ->
                screen(frame, acting, number, typed, Trouble.of(reason)).status(422);
            case InquiryOutcome.Missing missing -> throw Refused.missing("問い合わせ");
            case InquiryOutcome.NotAllowed(var reason) -> throw new Refused(403, "この問い合わせは扱えません", reason);
        };
    }

    /** A forwarded inquiry may be out of this officer's sight. */
    private static String next(Acting acting, Inquiry inquiry) {
        return InquiryScreens.maySee(acting, inquiry) ? "/inquiries/" + inquiry.number() : "/inquiries";
    }

    private Screen screen(Frame frame, Acting acting, String number, InquiryScreens.Typed typed, Trouble trouble) {
        return Screen.of("inquiry", frame)
                .with("acting", acting)
                .with("sheet", screens.sheet(acting, number, typed))
                .with("trouble", trouble);
    }
}
