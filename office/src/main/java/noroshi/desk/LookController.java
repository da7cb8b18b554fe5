package noroshi.desk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.AddMedia;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import noroshi.publishing.SeriesShelf;
import noroshi.site.ChangeLook;
import noroshi.site.ChangeLook.Change;
import noroshi.site.ChangeLook.Ended;
import noroshi.site.Looks;
import noroshi.site.MenuText;
import noroshi.site.SiteHosts;
import noroshi.site.SiteLook;
import noroshi.site.SitePreview;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How a government's site looks: name, colour, logo, menu and the first page, arranged by hand and released as one act. */
@Controller
class LookController {

    private static final int IMAGES_MAX = 200;

    private final Looks looks;
    private final ChangeLook change;
    private final SitePreview preview;
    private final SiteHosts hosts;
    private final SeriesShelf series;
    private final MediaShelf media;
    private final AddMedia addMedia;
    private final Tenancy tenancy;
    private final InstantSource clock;

    LookController(
            Looks looks,
            ChangeLook change,
            SitePreview preview,
            SiteHosts hosts,
            SeriesShelf series,
            MediaShelf media,
            AddMedia addMedia,
            Tenancy tenancy,
            InstantSource clock) {
        this.looks = looks;
        this.change = change;
        this.preview = preview;
        this.hosts = hosts;
        this.series = series;
        this.media = media;
        this.addMedia = addMedia;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/settings/site")
    View show(Frame frame, Acting acting) {
        return screen(frame, acting, FieldTrouble.NONE, Map.of());
    }

    @PostMapping("/settings/site/face")
    View face(
            Frame frame,
            Acting acting,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String colour,
            @RequestParam(defaultValue = "") String logo,
            @RequestParam(defaultValue = "") String logoAlt,
            @RequestParam(defaultValue = "") String menu,
            HttpServletRequest request)
            throws IOException, ServletException {
        SettingsController.check(acting);
        var typed = Map.of("name", name, "colour", colour, "logo", logo, "logoAlt", logoAlt, "menu", menu);
        var uploaded = upload(acting, request, logoAlt);
        if (uploaded instanceof AddMedia.Outcome.Refused(var field, var reason))
            return screen(frame, acting, new FieldTrouble(field.equals("alt") ? "logoAlt" : "logo", reason), typed)
                    .status(422);
        if (uploaded instanceof AddMedia.Outcome.Added(var added) && added.kind() != MediaFact.Kind.IMAGE)
            return screen(
                            frame,
                            acting,
                            new FieldTrouble(
                                    "logo", "「%s」は画像ではありません。PNG、JPEG、GIF、WebPの画像を選んでください。".formatted(added.name())),
                            typed)
                    .status(422);
        var hash = uploaded instanceof AddMedia.Outcome.Added(var added) ? added.hash() : logo;
        var wanted = new Change.Face(name, colour, hash, hash.isEmpty() ? "" : logoAlt, MenuText.read(menu));
        return after(frame, acting, version, wanted, request, "下書きに保存しました。公開サイトはまだ変わっていません。", typed);
    }

    private AddMedia.@Nullable Outcome upload(Acting acting, HttpServletRequest request, String alt)
            throws IOException, ServletException {
        var file = request.getContentType() != null && request.getContentType().startsWith("multipart/")
                ? request.getPart("logoFile")
                : null;
        if (file == null || file.getSize() == 0) return null;
        var name = file.getSubmittedFileName() == null ? "logo" : file.getSubmittedFileName();
        return addMedia.handle(new AddMedia.Command(
                acting.code(), name, file.getInputStream().readAllBytes(), alt, "", acting.officer(), clock.instant()));
    }

    @PostMapping("/settings/site/blocks")
    View add(
            Frame frame,
            Acting acting,
            @RequestParam int version,
            @RequestParam SiteLook.Kind kind,
            HttpServletRequest request) {
        return after(
                frame,
                acting,
                version,
                new Change.Add(kind),
                request,
                "部品「%s」を最後に加えました。".formatted(kind.japanese()),
                Map.of());
    }

    @PostMapping("/settings/site/blocks/{block}")
    View edit(
            Frame frame,
            Acting acting,
            @PathVariable int block,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        return after(
                frame,
                acting,
                version,
                new Change.Edit(block, title, value, note),
                request,
                "部品を変えました。",
                Map.of("title-" + block, title, "value-" + block, value, "note-" + block, note));
    }

    @PostMapping("/settings/site/blocks/{block}/{act:up|down|turn|remove}")
    View arrange(
            Frame frame,
            Acting acting,
            @PathVariable int block,
            @PathVariable String act,
            @RequestParam int version,
            HttpServletRequest request) {
        var wanted =
                switch (act) {
                    case "up" -> new Change.Move(block, -1);
                    case "down" -> new Change.Move(block, 1);
                    case "turn" -> new Change.Turn(block);
                    default -> new Change.Remove(block);
                };
        var done = Map.of("up", "1つ上へ動かしました。", "down", "1つ下へ動かしました。", "turn", "表示を切り替えました。", "remove", "部品を取り除きました。");
        return after(frame, acting, version, wanted, request, done.getOrDefault(act, ""), Map.of());
    }

    @PostMapping("/settings/site/release")
    View release(
            Frame frame,
            Acting acting,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        return after(frame, acting, version, new Change.Release(note), request, "公開しました。公開サイトにまもなく反映されます。", Map.of());
    }

    @PostMapping("/settings/site/releases/{number}")
    View takeUp(
            Frame frame,
            Acting acting,
            @PathVariable int number,
            @RequestParam int version,
            HttpServletRequest request) {
        return after(
                frame,
                acting,
                version,
                new Change.TakeUp(number),
                request,
                "第%d版を下書きに取り出しました。確かめてから公開してください。".formatted(number),
                Map.of());
    }

    @PostMapping("/settings/site/host")
    View host(Frame frame, Acting acting, @RequestParam(defaultValue = "") String host, HttpServletRequest request) {
        return ended(
                frame,
                acting,
                change.host(acting.code(), host, acting.officer()),
                request,
                "ホスト名を決めました。",
                Map.of("host", host));
    }

    /** The first page as the draft has it, to be shown in a frame. */
    @GetMapping("/settings/site/page")
    ResponseEntity<byte[]> page(Acting acting, @RequestParam(defaultValue = "full") String view) {
        SettingsController.check(acting);
        var draft = looks.draft(acting.code());
        var shown = tenancy.in(
                acting.code(),
                () -> preview.showTop(acting.code(), draft.look(), view(view), "/media/" + acting.code() + "/"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", shown.policy())
                .cacheControl(CacheControl.noStore())
                .body(shown.html().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/settings/site/preview")
    View framed(Frame frame, Acting acting, @RequestParam(defaultValue = "full") String view) {
        SettingsController.check(acting);
        return Screen.of("sitepreview", frame)
                .with("acting", acting)
                .with("view", view(view).name().toLowerCase(java.util.Locale.ROOT));
    }

    private static SitePreview.View view(String code) {
        return switch (code) {
            case "lite" -> SitePreview.View.LITE;
            case "text" -> SitePreview.View.TEXT;
            default -> SitePreview.View.FULL;
        };
    }

    private View after(
            Frame frame,
            Acting acting,
            int version,
            Change wanted,
            HttpServletRequest request,
            String done,
            Map<String, String> typed) {
        var command = new ChangeLook.Command(acting.code(), version, wanted, acting.officer(), clock.instant());
        return ended(frame, acting, change.handle(command), request, done, typed);
    }

    private View ended(
            Frame frame,
            Acting acting,
            Ended ended,
            HttpServletRequest request,
            String done,
            Map<String, String> typed) {
        return switch (ended) {
            case Ended.Done ok -> {
                Notice.leave(request, done);
                yield new RedirectView(acting.at("/settings/site"));
            }
            case Ended.Invalid(var field, var message) ->
                screen(frame, acting, new FieldTrouble(field, message), typed).status(422);
            case Ended.Overtaken overtaken ->
                throw new Refused(409, "ほかの人が先に変えました", "画面を開き直し、いまの下書きを確かめてからもう一度行ってください。");
            case Ended.NotAllowed(var reason) -> throw new Refused(403, "この操作はできません", reason);
        };
    }

    private Screen screen(Frame frame, Acting acting, FieldTrouble trouble, Map<String, String> typed) {
        SettingsController.check(acting);
        var draft = looks.draft(acting.code());
        var look = draft.look();
        return tenancy.in(acting.code(), () -> Screen.of("site", frame)
                .with("acting", acting)
                .with("trouble", trouble)
                .with("typed", typed)
                .with(
                        "board",
                        new LookBoard(
                                look,
                                draft.version(),
                                typed.getOrDefault("name", look.name()),
                                typed.getOrDefault("colour", look.colour()),
                                typed.getOrDefault("logo", look.logo()),
                                typed.getOrDefault("logoAlt", look.logoAlt()),
                                typed.getOrDefault("menu", LookBoard.menu(look)),
                                typed.getOrDefault("host", hosts.find(acting.code())),
                                acting.officer().prefectural() && acting.has(Role.ADMINISTRATOR),
                                !look.equals(looks.released(acting.code())),
                                looks.releases(acting.code()),
                                media.list(acting.code(), MediaFact.Kind.IMAGE, IMAGES_MAX),
                                series.list(acting.code()),
                                acting.government().name(),
                                acting.government().color())));
    }
}
