package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import noroshi.emergency.ConfirmEvacuation;
import noroshi.emergency.Emergency;
import noroshi.emergency.EmergencyDesk;
import noroshi.emergency.EmergencyDesk.HandedIn;
import noroshi.emergency.StoredTelegram;
import noroshi.people.Role;
import noroshi.platform.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 緊急態勢 now, and the telegrams that came. */
@Controller
class EmergencyController {

    private final EmergencyDesk desk;
    private final ConfirmEvacuation confirm;
    private final Settings settings;
    private final InstantSource clock;

    EmergencyController(EmergencyDesk desk, ConfirmEvacuation confirm, Settings settings, InstantSource clock) {
        this.desk = desk;
        this.confirm = confirm;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/emergency")
    View show(Frame frame, Acting acting) {
        return screen(frame, acting, Trouble.NONE);
    }

    @PostMapping("/emergency/telegrams")
    View handIn(
            Frame frame,
            Acting acting,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean replay,
            HttpServletRequest request)
            throws IOException {
        if (file.isEmpty())
            return screen(
                            frame,
                            acting,
                            new Trouble("電文のファイルが選ばれていません。", "電文のファイル", "気象庁防災情報XMLのファイル（.xml）を1つ選んで、もう一度送ってください。"))
                    .status(422);
        var name = file.getOriginalFilename();
        return switch (desk.handIn(acting.officer(), file.getBytes(), name == null ? "" : name, replay)) {
            case HandedIn.Taken taken -> {
                Notice.leave(
                        request,
                        "電文「%s」（%s）を受け付けました。%s".formatted(taken.title(), taken.kind(), meaning(taken.status())));
                yield new RedirectView("/emergency");
            }
            case HandedIn.Rejected(var what, var where, var next) ->
                screen(frame, acting, new Trouble("電文を受け付けられません：" + what, where, next))
                        .status(422);
            case HandedIn.NotAllowed(var reason) -> throw new Refused(403, "電文を取り込めません", reason);
        };
    }

    @PostMapping("/emergency/replay/end")
    View endReplay(Acting acting, HttpServletRequest request) {
        if (!desk.endReplay(acting.officer()))
            throw new Refused(403, "再現を終えられません", "再現を終えられるのは、電文を受け取る団体の緊急発信担当と管理者だけです。危機管理の担当に依頼してください。");
        Notice.leave(request, "再現を終えました。再現による緊急態勢は解除され、公開サイトの帯も消えます。");
        return new RedirectView("/emergency");
    }

    private Screen screen(Frame frame, Acting acting, Trouble trouble) {
        var officer = acting.officer();
        boolean receives = acting.code().equals(desk.receiver());
        return Screen.of("emergency", frame)
                .with("acting", acting)
                .with("trouble", trouble)
                .with(
                        "board",
                        new EmergencyBoard(
                                desk.standing(acting.code()).stream()
                                        .map(this::standing)
                                        .toList(),
                                desk.telegrams(acting.code()).stream()
                                        .map(EmergencyController::row)
                                        .toList(),
                                receives,
                                receives && desk.mayHandIn(officer),
                                officer.has(Role.EMERGENCY),
                                settings.demo(),
                                unconfirmed(acting.code()),
                                desk.replayNow().map(Moments::brief).orElse("")));
    }

    private String unconfirmed(String government) {
        var waiting = confirm.waiting(government);
        var now = clock.instant();
        long overdue = waiting.stream().filter(one -> one.isOverdue(now)).count();
        if (waiting.isEmpty()) return "";
        return "一人で決めた避難情報が%d件、別の職員の確認を待っています。%s"
                .formatted(waiting.size(), overdue == 0 ? "" : "うち%d件は期限を過ぎています。".formatted(overdue));
    }

    private EmergencyBoard.Standing standing(Emergency emergency) {
        var article = emergency.article();
        return new EmergencyBoard.Standing(
                emergency.hazard().japanese(),
                emergency.level().number(),
                emergency.level().japanese(),
                emergency.grade(),
                emergency.place(),
                emergency.mark().isEmpty() ? List.of() : List.of(Chip.ofMark(emergency.mark())),
                Moments.brief(emergency.startedAt()),
                Moments.brief(emergency.expiresAt()),
                article == null
                        ? ""
                        : "%s/%s/emergency/%d"
                                .formatted(
                                        settings.publicUrl().toString().replaceFirst("/$", ""),
                                        emergency.source(),
                                        article),
                emergency.phase().japanese(),
                "/emergency/event?name=" + URLEncoder.encode(emergency.event(), StandardCharsets.UTF_8));
    }

    private static EmergencyBoard.Row row(StoredTelegram telegram) {
        var article = telegram.article();
        return new EmergencyBoard.Row(
                telegram.kind(),
                telegram.title(),
                Moments.brief(telegram.reportedAt()),
                Moments.exact(telegram.receivedAt()),
                marks(telegram),
                article == null ? "" : "/articles/" + article);
    }

    private static List<Chip> marks(StoredTelegram telegram) {
        var marks = new ArrayList<Chip>();
        if (telegram.replay() > 0) marks.add(Chip.ofMark("replay"));
        if (telegram.status().equals("DRILL")) marks.add(Chip.ofMark("drill"));
        if (telegram.status().equals("TEST")) marks.add(Chip.ofMark("test"));
        switch (telegram.infoType()) {
            case "CORRECTED" -> marks.add(new Chip("訂正", "yellow"));
            case "CANCELLED" -> marks.add(new Chip("取消", "red"));
            case "DELAYED" -> marks.add(new Chip("遅延", "grey"));
            default -> {}
        }
        if (!telegram.interpreted()) marks.add(new Chip("解釈対象外", "grey"));
        if (telegram.stale()) marks.add(new Chip("古い電文", "yellow"));
        return marks;
    }

    private static String meaning(String status) {
        return switch (status) {
            case "taken" -> "記事と緊急態勢に反映しました。";
            case "repeated" -> "同じ電文をすでに受け取っているため、何も変わりません。";
            case "stale" -> "発表から時間がたっているため、記録だけを残し、緊急態勢にはしません。";
            case "not-interpreted" -> "解釈の対象外の種類です。記録だけを残します。";
            case "not-concerned" -> "この地域に関わる内容がないため、記録だけを残します。";
            case "drill" -> "訓練の電文です。実際の緊急態勢には影響しません。";
            case "test" -> "試験の電文です。実際の緊急態勢には影響しません。";
            default -> "記録しました。";
        };
    }
}
