package noroshi.platform;

import java.util.Map;

/**
 * Something that happened, named in the past tense.
 *
 * @param topic what kind of thing, e.g. {@code article.changed}
 * @param key the thing, e.g. an article's id, for people who look at the outbox. Promises no order: read the newest state
 * @param facts what listeners need to know; the rest they read from the database
 */
public record Event(String topic, String key, Map<String, String> facts) {

    static final int FACT_CHARACTERS_MAX = 10_000;

    public Event {
        facts = Map.copyOf(facts);
        for (var fact : facts.values())
            Require.require(
                    fact.length() <= FACT_CHARACTERS_MAX,
                    "A fact of %s has %d characters; at most %d travel in an event.",
                    topic,
                    fact.length(),
                    FACT_CHARACTERS_MAX);
    }
}
