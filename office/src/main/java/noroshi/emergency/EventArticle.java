package noroshi.emergency;

import java.time.Instant;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.Marks;
import noroshi.publishing.Outcome;
import noroshi.publishing.PublishAutomatically;
import noroshi.publishing.PublishingLane;
import org.springframework.stereotype.Component;

/** Keeps the one article of an event up to date. */
@Component
class EventArticle {

    /** The series in which every government tells of emergencies. */
    static final String SERIES = "emergency";

    private final PublishAutomatically publishAutomatically;

    EventArticle(PublishAutomatically publishAutomatically) {
        this.publishAutomatically = publishAutomatically;
    }

    /** Creates or changes the event's article; the same content changes nothing. Returns its id. */
    long write(String government, String event, EventPage page, Marks marks, Instant at) {
        return put(government, "jma:" + event, page, marks, at);
    }

    /** The same for an event that an officer declared. */
    long declared(String government, String event, EventPage page, Marks marks, Instant at) {
        return put(government, "declared:" + event, page, marks, at);
    }

    private long put(String government, String origin, EventPage page, Marks marks, Instant at) {
        var content = Content.of(page.title(), page.summary(), page.body())
                .withAreas(page.areas())
                .withMarks(marks);
        var outcome = publishAutomatically.handle(new PublishAutomatically.Command(
                government, SERIES, origin, content, Change.update(), PublishingLane.EMERGENCY, null, at));
        return switch (outcome) {
            case Outcome.Done done -> done.article().id();
            case Outcome.Invalid invalid ->
                throw failed(origin, invalid.problems().toString());
            case Outcome.Flawed flawed -> throw failed(origin, flawed.flaws().toString());
            case Outcome.NotAllowed notAllowed -> throw failed(origin, notAllowed.reason());
            case Outcome.Missing missing -> throw failed(origin, missing.what());
            case Outcome.Overtaken overtaken -> throw failed(origin, "edition " + overtaken.newestEdition());
        };
    }

    private static IllegalStateException failed(String origin, String why) {
        return new IllegalStateException("The article of %s could not be written: %s".formatted(origin, why));
    }
}
