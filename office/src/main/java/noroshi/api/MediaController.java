package noroshi.api;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.platform.ApiProblem;
import noroshi.publishing.AddMedia;
import noroshi.publishing.MediaFact;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Images and attachments for systems: the body is the file itself, whatever Content-Type is claimed. */
@RestController
@RequestMapping(path = "/api/v1/media", produces = "application/json")
class MediaController {

    private final AddMedia addMedia;
    private final InstantSource clock;

    MediaController(AddMedia addMedia, InstantSource clock) {
        this.addMedia = addMedia;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> add(
            Bearer bearer,
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(defaultValue = "file") String name,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "") String caption,
            @RequestBody(required = false) byte @Nullable [] content) {
        Callers.require(bearer, Scope.ARTICLES_WRITE);
        var of = Callers.government(bearer, government);
        var outcome = addMedia.handle(new AddMedia.Command(
                of, name, content == null ? new byte[0] : content, alt, caption, bearer.officer(), clock.instant()));
        return switch (outcome) {
            case AddMedia.Outcome.Added(var media) -> ResponseEntity.status(201).body(view(media));
            case AddMedia.Outcome.Refused(var field, var reason) -> throw refused(field, reason);
        };
    }

    private static Map<String, Object> view(MediaFact media) {
        var view = new LinkedHashMap<String, Object>();
        view.put("hash", media.hash());
        view.put("path", media.path());
        view.put("kind", media.kind().name().toLowerCase(java.util.Locale.ROOT));
        view.put("name", media.name());
        view.put("type", media.type());
        view.put("bytes", media.bytes());
        if (media.width() != null) view.put("width", media.width());
        if (media.height() != null) view.put("height", media.height());
        view.put("alt", media.alt());
        return view;
    }

    private static ApiProblem refused(String field, String reason) {
        return ApiProblem.of(
                        field.equals("officer") ? 403 : 422,
                        "media",
                        "ファイルを登録できません",
                        reason,
                        "The file is not of an accepted kind or size, or its words are missing.")
                .at("#/" + field, reason);
    }
}
