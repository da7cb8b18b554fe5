package noroshi.standards.cap;

import java.util.List;

/**
 * What an alert says in one language.
 *
 * @param language RFC 3066; "" means en-US
 * @param audience "" for everybody
 */
public record Info(
        String language,
        List<Category> categories,
        String event,
        List<ResponseType> responses,
        Urgency urgency,
        Severity severity,
        Certainty certainty,
        String audience,
        List<NamedValue> eventCodes,
        Times times,
        Words words,
        List<NamedValue> parameters,
        List<Resource> resources,
        List<Area> areas) {
    public Info {
        categories = List.copyOf(categories);
        responses = List.copyOf(responses);
        eventCodes = List.copyOf(eventCodes);
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        areas = List.copyOf(areas);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("An info without category. Maybe use OTHER.");
        }
    }
}
