package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.publishing.AddMedia;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import noroshi.publishing.Outcome.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files that come with the article form. They are kept at once, so that no later mistake costs a second upload. */
@Component
class ArticleUploads {

    private static final String KEY = "noroshi.held-image";

    private final AddMedia addMedia;
    private final MediaShelf shelf;
    private final Tenancy tenancy;
    private final InstantSource clock;

    ArticleUploads(AddMedia addMedia, MediaShelf shelf, Tenancy tenancy, InstantSource clock) {
        this.addMedia = addMedia;
        this.shelf = shelf;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The form with its new media in it, and what was wrong with them. */
    record Taken(ArticleForm form, Problems problems) {}

    /** A session lives for hours and in memory that everybody shares, so what waits in one waits in its kept size. */
    private record File(String name, byte[] bytes) {}

    Taken take(HttpServletRequest request, Officer by, String government, ArticleForm form) {
        var problems = new ArrayList<Problem>();
        var image = image(request, by, government, form, problems);
        var attachments = new ArrayList<>(form.attachments());
        for (var file : files(request, "attachmentFiles")) attach(file, by, government, attachments, problems);
        return new Taken(form.withMedia(image.hash(), image.alt(), List.copyOf(attachments)), new Problems(problems));
    }

    /** Name of an image that waits in this session for its words; "" when none does. */
    static String held(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof File file ? file.name() : "";
    }

    /** The lead image as it will stand in the form. */
    private record Lead(String hash, String alt) {}

    private Lead image(
            HttpServletRequest request, Officer by, String government, ArticleForm form, List<Problem> problems) {
        var chosen = files(request, "imageFile");
        var file = chosen.isEmpty() ? heldFile(request) : chosen.getFirst();
        if (file == null) return reworded(by, government, form, problems);
        request.getSession().removeAttribute(KEY);
        var outcome = addMedia.handle(
                new AddMedia.Command(government, file.name(), file.bytes(), form.alt(), "", by, clock.instant()));
        return switch (outcome) {
            case AddMedia.Outcome.Added(var media) -> {
                if (media.kind() == MediaFact.Kind.IMAGE) yield lead(media, form, problems);
                problems.add(
                        new Problem("image", "「%s」は画像ではありません。PNG、JPEG、GIF、WebPの画像を選んでください。".formatted(media.name())));
                yield new Lead(form.image(), form.alt());
            }
            case AddMedia.Outcome.Refused(var field, var reason) -> {
                boolean words = field.equals("alt");
                if (words) request.getSession().setAttribute(KEY, new File(file.name(), AddMedia.fitted(file.bytes())));
                problems.add(new Problem(
                        words ? "imageAlt" : "image", words ? reason : "「%s」: %s".formatted(file.name(), reason)));
                yield new Lead(form.image(), form.alt());
            }
        };
    }

    /** Words that approvers or readers have seen stay; the officer is told once, and the form then holds what stays. */
    private static Lead lead(MediaFact media, ArticleForm form, List<Problem> problems) {
        if (!media.alt().equals(form.alt()))
            problems.add(new Problem(
                    "imageAlt",
                    "この画像は承認済みか公開中の記事で使われているため、代替テキストは「%s」のままです。これでよければ、もう一度保存してください。別の文にするには、別の画像を選んでください。"
                            .formatted(media.alt())));
        return new Lead(media.hash(), media.alt());
    }

    /** The image that came without its words earlier, unless the officer gives it up. */
    private static @Nullable File heldFile(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof File file)) return null;
        if (request.getParameter("held") == null) {
            session.removeAttribute(KEY);
            return null;
        }
        return file;
    }

    /** The image stays; its words may be new. */
    private Lead reworded(Officer by, String government, ArticleForm form, List<Problem> problems) {
        var same = new Lead(form.image(), form.alt());
        if (form.image().isBlank()) return same;
        var known = tenancy.in(government, () -> shelf.find(government, form.image()));
        if (known.isEmpty() || known.get().alt().equals(form.alt())) return same;
        var bytes = tenancy.in(government, () -> shelf.findContent(government, form.image()))
                .orElseThrow();
        var outcome = addMedia.handle(new AddMedia.Command(
                government, known.get().name(), bytes, form.alt(), known.get().caption(), by, clock.instant()));
        return switch (outcome) {
            case AddMedia.Outcome.Added(var media) -> lead(media, form, problems);
            case AddMedia.Outcome.Refused(var field, var reason) -> {
                problems.add(new Problem(field.equals("alt") ? "imageAlt" : "image", reason));
                yield same;
            }
        };
    }

    private void attach(File file, Officer by, String government, List<String> attachments, List<Problem> problems) {
        var outcome = addMedia.handle(
                new AddMedia.Command(government, file.name(), file.bytes(), "", "", by, clock.instant()));
        switch (outcome) {
            case AddMedia.Outcome.Added(var media) -> attachments.add(media.hash());
            case AddMedia.Outcome.Refused(var field, var reason) ->
                problems.add(new Problem(
                        "attachments",
                        field.equals("alt")
                                ? "「%s」は画像です。冒頭の画像か、「画像とファイル」の画面から登録してください。".formatted(file.name())
                                : "「%s」: %s".formatted(file.name(), reason)));
        }
    }

    private static List<File> files(HttpServletRequest request, String field) {
        if (!(request instanceof MultipartHttpServletRequest multipart)) return List.of();
        return multipart.getFiles(field).stream()
                .filter(file -> !file.isEmpty())
                .map(ArticleUploads::file)
                .toList();
    }

    private static File file(MultipartFile file) {
        try {
            return new File(Objects.requireNonNullElse(file.getOriginalFilename(), "file"), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
