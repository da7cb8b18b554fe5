package noroshi.platform;

import java.util.Map;

/** What a feature adds to {@code GET /health}: a few facts that anyone may see, quickly known. */
public interface HealthFacts {

    /** A word, e.g. {@code snapshot}. */
    String name();

    /** Plain values only (texts, numbers, truths). */
    Map<String, Object> facts();
}
