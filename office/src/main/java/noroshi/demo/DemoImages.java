package noroshi.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import noroshi.people.Officer;
import noroshi.publishing.AddMedia;
import org.springframework.stereotype.Component;

/** The illustrations drawn for the demonstration, taken by the same door as an officer's. */
@Component
final class DemoImages {

    private final AddMedia addMedia;
    private final Map<String, String> hashes = new HashMap<>();

    DemoImages(AddMedia addMedia) {
        this.addMedia = addMedia;
    }

    /** Returns the image's hash. */
    String add(Officer by, String file, String alt, Instant at) {
        return hashes.computeIfAbsent(by.government() + " " + file, key -> take(by, file, alt, at));
    }

    private String take(Officer by, String file, String alt, Instant at) {
        var outcome =
                addMedia.handle(new AddMedia.Command(by.government(), file, Resources.image(file), alt, "", by, at));
        return switch (outcome) {
            case AddMedia.Outcome.Added(var media) -> media.hash();
            case AddMedia.Outcome.Refused(var field, var reason) ->
                throw new IllegalStateException(
                        "The illustration %s was refused (%s): %s".formatted(file, field, reason));
        };
    }
}
