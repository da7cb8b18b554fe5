package noroshi.forms;

import java.util.Map;
import noroshi.publishing.MediaFact;

/** What values point to, looked up before they are written down. @param media by hash; @param articles titles by id; @param departments names by code */
public record Names(Map<String, MediaFact> media, Map<String, String> articles, Map<String, String> departments) {

    public static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

    public Names {
        media = Map.copyOf(media);
        articles = Map.copyOf(articles);
        departments = Map.copyOf(departments);
    }
}
