package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import noroshi.calls.CallDesk;
import noroshi.calls.LogQuestion;
import noroshi.calls.Terms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The desk at the telephone: a place, a word, the facts; what was asked is kept, who asked is not. */
@Controller
class CallController {

    private static final Duration ASKED_WITHIN = Duration.ofDays(7);

    private final CallDesk desk;
    private final LogQuestion log;
    private final InstantSource clock;

    CallController(CallDesk desk, LogQuestion log, InstantSource clock) {
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/calls")
    View show(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String words) {
        var now = clock.instant();
        var places = desk.places(acting.code());
        var known = places.stream().anyMatch(one -> one.code().equals(place)) ? place : "";
        var names = new HashMap<String, String>();
        places.forEach(one -> names.put(one.code(), one.name()));
        var board = new CallBoard(
                places,
                names,
                known,
                words,
                desk.find(known, Terms.of(words)),
                desk.askedMost(acting.code(), now, ASKED_WITHIN),
                now);
        return Screen.of("calls", frame).with("acting", acting).with("board", board);
    }

    @PostMapping("/calls")
    View log(
            Acting acting,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        var command = new LogQuestion.Command(
                acting.code(), place, Terms.of(words), answer, acting.officer(), clock.instant());
        switch (log.handle(command)) {
            case LOGGED -> Notice.leave(request, answer.isEmpty() ? "答えのなかった問い合わせとして記録しました。" : "問い合わせを記録しました。");
            case NOTHING_TO_KEEP -> Notice.leave(request, "記録する言葉がありません。電話番号などは記録しません。");
            case NOT_ALLOWED -> throw new Refused(403, "記録できません", "所属する団体を選んでください。");
        }
        return new RedirectView(acting.at("/calls"));
    }
}
