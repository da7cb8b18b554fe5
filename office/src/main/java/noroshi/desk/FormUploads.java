package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import noroshi.forms.Field;
import noroshi.forms.FieldType;
import noroshi.forms.Values;
import noroshi.people.Officer;
import noroshi.publishing.AddMedia;
import noroshi.publishing.MediaFact;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Files that come with a page form: kept at once, so that no later mistake costs a second upload. */
@Component
class FormUploads {

    private final AddMedia addMedia;
    private final InstantSource clock;

    FormUploads(AddMedia addMedia, InstantSource clock) {
        this.addMedia = addMedia;
        this.clock = clock;
    }

    FormEntry take(HttpServletRequest request, Officer by, String government, FormEntry entry, List<Problem> problems) {
        if (!(request instanceof MultipartHttpServletRequest multipart)) return entry;
        var parts = new LinkedHashMap<>(entry.values().parts());
        for (var field : entry.form().fields()) {
            if (field.type() != FieldType.FILE && field.type() != FieldType.IMAGE) continue;
            var file = multipart.getFile("file-" + field.id());
            if (file != null && !file.isEmpty()) keep(file, by, government, entry, field, parts, problems);
        }
        return entry.with(new Values(parts, entry.values().more()));
    }

    private void keep(
            MultipartFile file,
            Officer by,
            String government,
            FormEntry entry,
            Field field,
            LinkedHashMap<String, List<String>> parts,
            List<Problem> problems) {
        boolean image = field.type() == FieldType.IMAGE;
        var alt = image ? entry.part(field, 1) : "";
        var outcome = addMedia.handle(new AddMedia.Command(
                government,
                Objects.requireNonNullElse(file.getOriginalFilename(), "file"),
                bytes(file),
                alt,
                "",
                by,
                clock.instant()));
        switch (outcome) {
            case AddMedia.Outcome.Added(var media) -> {
                if (image && media.kind() != MediaFact.Kind.IMAGE)
                    problems.add(new Problem("field-" + field.id(), "「%s」には画像を選んでください。".formatted(field.label())));
                else parts.put(field.id(), image ? List.of(media.hash(), alt) : List.of(media.hash()));
            }
            case AddMedia.Outcome.Refused(var what, var reason) ->
                problems.add(new Problem("field-" + field.id(), "「%s」: %s".formatted(field.label(), reason)));
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
