package noroshi.standards.jma;

import java.util.List;

/** What a telegram says. */
public sealed interface Body
        permits Earthquake,
                EarthquakeEarlyWarning,
                Tsunami,
                Warnings,
                RiverFlood,
                Volcano,
                Body.Cancelled,
                Body.NotInterpreted {

    /**
     * The telegram takes back the report of the same event (取消). It bears no facts of its own.
     *
     * @param text JMA's sentence, e.g. 先ほどの、津波注意報を取り消します。
     */
    record Cancelled(String text) implements Body {}

    /**
     * A kind that we store and list but do not interpret.
     *
     * @param texts its free texts in their order, so that a reader can be shown something
     */
    record NotInterpreted(List<String> texts) implements Body {
        public NotInterpreted {
            texts = List.copyOf(texts);
        }
    }
}
