package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import noroshi.care.PhoneNotes;
import noroshi.care.TakePhoneNote;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Outcome;
import noroshi.publishing.Outcome.Problem;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 電話メモ: what is told on the telephone becomes a draft while it is told; made for the keyboard, and for a telephone's screen in the field. */
@Controller
class PhoneController {

    private static final int LISTED_MAX = 20;
    private static final String LAST_SERIES = "noroshi.phone.series";

    private final TakePhoneNote takePhoneNote;
    private final PhoneNotes notes;
    private final SeriesShelf series;
    private final Tenancy tenancy;
    private final OnceOnly onceOnly;
    private final InstantSource clock;

    PhoneController(
            TakePhoneNote takePhoneNote,
            PhoneNotes notes,
            SeriesShelf series,
            Tenancy tenancy,
            OnceOnly onceOnly,
            InstantSource clock) {
        this.takePhoneNote = takePhoneNote;
        this.notes = notes;
        this.series = series;
        this.tenancy = tenancy;
        this.onceOnly = onceOnly;
        this.clock = clock;
    }

    @GetMapping("/phone")
    View blank(Frame frame, Acting acting, HttpServletRequest request) {
        var last = Objects.requireNonNullElse((String) request.getSession().getAttribute(LAST_SERIES), "");
        var now = clock.instant();
        var form =
                new PhoneForm(last, "", "", "", Moments.date(now), Moments.time(now), "", "", false, onceOnly.name());
        return screen(frame, acting, form, Problems.NONE);
    }

    @PostMapping("/phone")
    View take(Frame frame, Acting acting, HttpServletRequest request) {
        var form = read(request);
        var before = tenancy.in(acting.code(), () -> notes.findOnce(acting.code(), form.once()));
        if (before.isPresent()) return new RedirectView("/articles/" + before.get());
        var problems = new ArrayList<Problem>();
        @Nullable
        Instant happenedAt = new JapanTime("date", "いつ", form.date(), form.time()).read(LocalTime.MIDNIGHT, problems);
        if (!problems.isEmpty())
            return screen(frame, acting, form, new Problems(problems)).status(422);
        var areas = acting.government().isPrefecture() ? List.<String>of() : List.of(acting.code());
        var outcome = takePhoneNote.handle(new TakePhoneNote.Command(
                acting.code(),
                new TakePhoneNote.Note(
                        form.series(),
                        form.what(),
                        form.detail(),
                        form.place(),
                        happenedAt,
                        form.caller(),
                        form.callback(),
                        form.urgent(),
                        areas,
                        form.once()),
                acting.officer(),
                clock.instant()));
        return switch (outcome) {
            case Outcome.Done done ->
                taken(request, acting, form, done.article().id());
            case Outcome.Invalid invalid ->
                screen(frame, acting, form, new Problems(invalid.problems())).status(422);
            case Outcome.NotAllowed(var reason) -> throw new Refused(403, "電話メモを残せません", reason);
            case Outcome.Missing(var what) -> throw new Refused(404, "電話メモを残せません", what);
            case Outcome.Flawed flawed -> throw new IllegalStateException("A draft passes no gate.");
            case Outcome.Overtaken overtaken -> throw new IllegalStateException("A new article cannot be overtaken.");
        };
    }

    private View taken(HttpServletRequest request, Acting acting, PhoneForm form, long article) {
        request.getSession().setAttribute(LAST_SERIES, form.series());
        Notice.leave(request, "電話メモを下書き（記事%d）にしました。続けて次の電話を書き取れます。".formatted(article));
        return new RedirectView(acting.at("/phone"));
    }

    private Screen screen(Frame frame, Acting acting, PhoneForm form, Problems problems) {
        record Shown(List<Series> series, List<PhoneRow> rows) {}
        var shown = tenancy.in(
                acting.code(),
                () -> new Shown(
                        series.list(acting.code()),
                        notes.list(acting.code(), LISTED_MAX).stream()
                                .map(note -> new PhoneRow(
                                        note, ArticleState.of(note.state()).japanese()))
                                .toList()));
        return Screen.of("phone", frame)
                .with("acting", acting)
                .with("form", form)
                .with("problems", problems)
                .with("series", shown.series())
                .with("rows", shown.rows())
                .with("mayWrite", acting.has(Role.AUTHOR) || acting.has(Role.EMERGENCY));
    }

    private static PhoneForm read(HttpServletRequest request) {
        return new PhoneForm(
                text(request, "series"),
                text(request, "what"),
                text(request, "detail"),
                text(request, "place"),
                text(request, "date"),
                text(request, "time"),
                text(request, "caller"),
                text(request, "callback"),
                request.getParameter("urgent") != null,
                text(request, "once"));
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
