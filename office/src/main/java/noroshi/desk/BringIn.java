package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import noroshi.cleaning.Cleaned;
import noroshi.cleaning.Cleaning;
import noroshi.cleaning.Wishes;
import noroshi.cleaning.WordDocument;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.publishing.AddMedia;
import noroshi.publishing.Markdown;
import noroshi.publishing.Outcome.Problem;
import noroshi.writing.Shelf;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Text from elsewhere behind what stands in the form already: pasted, from a Word document, or a phrase. */
@Component
class BringIn {

    private static final String UNDESCRIBED = "（説明のない画像）";

    private final AddMedia addMedia;
    private final Shelf shelf;
    private final Tenancy tenancy;
    private final InstantSource clock;

    BringIn(AddMedia addMedia, Shelf shelf, Tenancy tenancy, InstantSource clock) {
        this.addMedia = addMedia;
        this.shelf = shelf;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param form with the text in it; @param notices at lines of its body; @param problems why nothing was brought in */
    record Brought(ArticleForm form, List<Markdown.Notice> notices, List<Problem> problems) {}

    /** Empty: the button pressed was another. */
    Optional<Brought> bring(HttpServletRequest request, Officer by, String government, ArticleForm form, String act) {
        return switch (act) {
            case "paste" -> Optional.of(paste(form, new Fields(request.getParameterMap()).text("paste")));
            case "docx" -> Optional.of(document(request, by, government, form));
            case "snippet" ->
                Optional.of(snippet(government, form, new Fields(request.getParameterMap()).text("snippet")));
            default -> Optional.empty();
        };
    }

    private static Brought paste(ArticleForm form, String text) {
        if (text.isBlank()) return refused(form, "paste", "貼り付けた文がありません。「貼り付けて整える」の欄に文を貼り付けてください。");
        boolean markup = text.stripLeading().matches("(?is)<(!doctype|html|body|div|p|table|ul|ol|h[1-6])[\\s>].*");
        return added(form, markup ? Cleaning.html(text, Wishes.PASTE) : Cleaning.text(text));
    }

    private Brought document(HttpServletRequest request, Officer by, String government, ArticleForm form) {
        var files = request instanceof MultipartHttpServletRequest multipart
                ? multipart.getFiles("docx").stream()
                        .filter(file -> !file.isEmpty())
                        .toList()
                : List.<MultipartFile>of();
        if (files.isEmpty()) return refused(form, "docx", "Word文書が選ばれていません。.docx ファイルを選んでください。");
        var refusals = new ArrayList<Problem>();
        var read = WordDocument.read(bytes(files.getFirst()), picture -> keep(picture, by, government, refusals));
        return switch (read) {
            case WordDocument.Read.Done(var cleaned) -> {
                var brought = added(form, cleaned);
                refusals.addAll(brought.problems());
                var titled = brought.form().title().isBlank()
                        ? brought.form()
                                .withWords(
                                        title(Objects.requireNonNullElse(
                                                files.getFirst().getOriginalFilename(), "")),
                                        form.summary(),
                                        brought.form().body())
                        : brought.form();
                yield new Brought(titled, brought.notices(), refusals);
            }
            case WordDocument.Read.Refused(var reason) -> refused(form, "docx", reason);
        };
    }

    private static String title(String name) {
        var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return base.replaceFirst("(?i)\\.docx$", "").strip();
    }

    /** An image without words is kept, but its place in the text has none either: the checks then find it there. */
    private String keep(WordDocument.Picture picture, Officer by, String government, List<Problem> refusals) {
        var alt = picture.alt().isBlank() ? UNDESCRIBED : picture.alt();
        var shortened =
                alt.length() > AddMedia.ALT_CHARACTERS_MAX ? alt.substring(0, AddMedia.ALT_CHARACTERS_MAX) : alt;
        var outcome = addMedia.handle(
                new AddMedia.Command(government, picture.name(), picture.bytes(), shortened, "", by, clock.instant()));
        return switch (outcome) {
            case AddMedia.Outcome.Added(var media) -> media.path();
            case AddMedia.Outcome.Refused(var field, var reason) -> {
                refusals.add(new Problem("docx", "画像「%s」を取り込めません。%s".formatted(picture.name(), reason)));
                yield "";
            }
        };
    }

    private Brought snippet(String government, ArticleForm form, String id) {
        var snippet = id.matches("[0-9]{1,18}")
                ? tenancy.in(government, () -> shelf.findSnippet(government, Long.parseLong(id)))
                : Optional.<noroshi.writing.Snippet>empty();
        return snippet.map(one -> added(form, new Cleaned(one.body(), List.of())))
                .orElseGet(() -> refused(form, "body", "定型文が見つかりません。一覧から選び直してください。"));
    }

    private static Brought added(ArticleForm form, Cleaned cleaned) {
        var before = form.body().isBlank() ? "" : form.body().stripTrailing() + "\n\n";
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        var notices = cleaned.notes().stream()
                .map(note -> new Markdown.Notice(lines + note.line(), note.message()))
                .toList();
        return new Brought(
                form.withWords(form.title(), form.summary(), before + cleaned.markdown()), notices, List.of());
    }

    private static Brought refused(ArticleForm form, String field, String message) {
        return new Brought(form, List.of(), List.of(new Problem(field, message)));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
