package noroshi.publishing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.MediaCheck.Found;
import org.springframework.stereotype.Component;

/**
 * Takes an image or an attachment. What it is decides its content; an image needs words for those who cannot see it.
 *
 * <p>A photograph loses the place and camera it carries before it is kept, and a large one becomes as large as a page needs it.
 */
@Component
public final class AddMedia {

    public static final int ALT_CHARACTERS_MAX = 300;
    static final int NAME_CHARACTERS_MAX = 120;

    private final Tenancy tenancy;
    private final MediaShelf shelf;
    private final Audit audit;

    AddMedia(Tenancy tenancy, MediaShelf shelf, Audit audit) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.audit = audit;
    }

    /** @param name as uploaded; folders in it are dropped; @param alt required for images, ignored for attachments */
    public record Command(
            String government, String name, byte[] content, String alt, String caption, Officer by, Instant at) {

        Command with(byte[] content) {
            return new Command(government, name, content, alt, caption, by, at);
        }
    }

    public sealed interface Outcome {
        /** Also when the same bytes were there already: then with the newer words, unless the older were approved or are public. */
        record Added(MediaFact media) implements Outcome {}

        /** @param field content, alt, caption or officer; @param reason what is wrong and what to do (Japanese) */
        record Refused(String field, String reason) implements Outcome {}
    }

    /** An image as it would be kept, for whoever has to wait with it: a camera's forty megabytes become a few. */
    public static byte[] fitted(byte[] content) {
        return PhotoFitting.fitted(content);
    }

    public Outcome handle(Command sent) {
        var lacking = Rights.lacking(sent.by(), sent.government(), Role.AUTHOR, Role.EMERGENCY, Role.ADMINISTRATOR);
        if (lacking.isPresent() && lacking.get() instanceof noroshi.publishing.Outcome.NotAllowed notAllowed)
            return new Outcome.Refused("officer", notAllowed.reason());
        var fitted = PhotoFitting.fitted(sent.content());
        var command = sent.with(MediaCheck.isJpeg(fitted) ? JpegPrivacy.cleaned(fitted) : fitted);
        if (command.alt().length() > ALT_CHARACTERS_MAX || command.caption().length() > ALT_CHARACTERS_MAX)
            return new Outcome.Refused("alt", "代替テキストと説明は%d文字以内にしてください。".formatted(ALT_CHARACTERS_MAX));
        return switch (MediaCheck.look(command.name(), command.content())) {
            case Found.Refused(var reason) -> new Outcome.Refused("content", reason);
            case Found.Image image ->
                command.alt().isBlank()
                        ? new Outcome.Refused("alt", "画像には代替テキストが必要です。画像が見えない人に伝わる説明を入力してください。")
                        : keep(
                                command,
                                fact(command.name(), command.content(), command.alt(), command.caption(), image));
            case Found.Attachment attachment ->
                keep(command, fact(command.name(), command.content(), command.caption(), attachment));
        };
    }

    private Outcome keep(Command command, MediaFact media) {
        return tenancy.in(command.government(), () -> {
            shelf.put(
                    command.government(), media, command.content(), command.by().id(), command.at());
            audit.record(command.government(), command.by().id(), "media.added", "media:" + media.hash(), media.name());
            return new Outcome.Added(
                    shelf.find(command.government(), media.hash()).orElseThrow());
        });
    }

    static MediaFact fact(String name, byte[] content, String alt, String caption, Found.Image image) {
        return new MediaFact(
                hash(content),
                MediaFact.Kind.IMAGE,
                baseName(name),
                image.type(),
                image.extension(),
                content.length,
                image.width(),
                image.height(),
                alt.strip(),
                caption.strip());
    }

    static MediaFact fact(String name, byte[] content, String caption, Found.Attachment attachment) {
        return new MediaFact(
                hash(content),
                MediaFact.Kind.ATTACHMENT,
                baseName(name),
                attachment.type(),
                attachment.extension(),
                content.length,
                null,
                null,
                "",
                caption.strip());
    }

    private static String baseName(String name) {
        var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (base.isEmpty() || base.equals("..") || base.equals(".")) base = "file";
        return base.length() <= NAME_CHARACTERS_MAX ? base : base.substring(base.length() - NAME_CHARACTERS_MAX);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
