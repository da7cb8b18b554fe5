package noroshi.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import noroshi.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What goes wrong outside a screen's own words: what it is, and what to do. Never what the program said to itself. */
@Controller
class ErrorScreens implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorScreens.class);

    private final FrameArgument frames;
    private final Settings settings;
    private final long requestBytesMax;

    ErrorScreens(
            FrameArgument frames,
            Settings settings,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize fileMax) {
        this.frames = frames;
        this.settings = settings;
        this.requestBytesMax = fileMax.toBytes();
    }

    /** Fields of long texts, shown again when their form was not taken. */
    private static final List<String> TEXTS = List.of(
            "title", "summary", "body", "correction", "comment", "reason", "text", "what", "todo", "description");

    private record Words(String title, String text) {}

    private static final Words SIGNED_OUT =
            new Words("もう一度サインインしてください", "画面を開いてから時間がたち、サインインが切れています。この操作はまだ行われていません。サインインしてから、もう一度操作してください。");

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        int status = status(request);
        if (path(request).startsWith("/api/")) return problem(status);
        var frame = frame(request);
        var words = status == 403 && frame.officer() == null ? SIGNED_OUT : words(status);
        return screen(frame, status, words.title(), words.text(), status == 413 ? List.of() : typed(request));
    }

    static View screen(Frame frame, int status, String title, String text, List<String> typed) {
        return Screen.of("error", frame)
                .with("typed", typed)
                .with("status", status)
                .with("title", title)
                .with("text", text)
                .status(status);
    }

    /** What stood in the fields of a form that was not taken, to be copied. Fails on a body that was too large to be read. */
    static List<String> typed(HttpServletRequest request) {
        // Servlet 6.1 §10.9: the error itself is dispatched as GET.
        var method = request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String original
                ? original
                : request.getMethod();
        if (!method.equals("POST")) return List.of();
        return TEXTS.stream()
                .map(request::getParameter)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** A form too large for the server arrives without its fields, also without the one that proves where it comes from. */
    private int status(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return status == 403 && request.getContentLengthLong() > requestBytesMax ? 413 : status;
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : "";
    }

    private Frame frame(HttpServletRequest request) {
        try {
            return frames.frame(request);
        } catch (RuntimeException e) {
            // The database may be what is broken; the page that says so must stand without it.
            log.warn("An error page stands without its officer: {}", e.toString());
            return new Frame(
                    null,
                    "",
                    path(request),
                    "_csrf",
                    "",
                    "",
                    settings.publicUrl().toString().replaceFirst("/$", ""));
        }
    }

    private static ResponseEntity<ProblemDetail> problem(int status) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.valueOf(status), words(status).text());
        problem.setTitle(words(status).title());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Words words(int status) {
        return switch (status) {
            case 400 -> new Words("送られた内容を読み取れません", "アドレスか入力の一部が正しくありません。前の画面に戻り、入力を確かめてもう一度送ってください。");
            case 403 ->
                new Words(
                        "この操作は受け付けられません",
                        "権限がないか、画面を開いてから時間がたっています。前の画面に戻って再読み込みし、もう一度お試しください。それでもできないときは、所属する団体の管理者に確かめてください。");
            case 404 -> new Words("ページが見つかりません", "アドレスが違うか、すでに無くなっています。上のメニューから探してください。");
            case 405 -> new Words("この開き方はできません", "ボタンで送る画面のアドレスを直接開いたようです。上のメニューから開き直してください。");
            case 413 ->
                new Words(
                        "送られたファイルが大きすぎます", "写真は40MBまで、文書は20MBまでです。写真は縮小し、文書は分けてから、前の画面でもう一度選んでください。ほかの入力は前の画面に残っています。");
            case 415 -> new Words("この形式は受け付けられません", "前の画面に戻り、画面のボタンから送ってください。");
            case 503 -> new Words("ただいま混み合っています", "少し待ってからもう一度お試しください。続くときはシステム担当に連絡してください。");
            default ->
                new Words(
                        "処理できませんでした",
                        "システムの内部で問題が起きました。保存済みの内容は失われていません。少し待ってからもう一度お試しください。続くときは、時刻と操作の内容をシステム担当に連絡してください。");
        };
    }
}
