package noroshi.site;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue of open data.
 *
 * @param code small letters, digits, hyphens: part of the entry's identity, it never changes
 * @param page where people read the same, inside the site
 * @param rows of the main file; below 0: not counted
 * @param changedAt of the newest fact in it; null: unknown
 */
public record DataSet(
        String code,
        String title,
        String description,
        List<String> keywords,
        String page,
        long rows,
        @Nullable Instant changedAt,
        List<File> files) {

    public DataSet {
        keywords = List.copyOf(keywords);
        files = List.copyOf(files);
    }

    /**
     * A distribution.
     *
     * @param path inside the site; @param format for people: CSV; @param type media type without parameters
     * @param standard address of the standard it follows; "" none
     */
    public record File(String path, String format, String title, String type, String standard) {

        public static File csv(String path, String title, String standard) {
            return new File(path, "CSV", title, "text/csv", standard);
        }

        public static File json(String path, String title) {
            return new File(path, "JSON", title, "application/json", "");
        }

        public static File geoJson(String path, String title) {
            return new File(path, "GeoJSON", title, "application/geo+json", "https://www.rfc-editor.org/rfc/rfc7946");
        }

        public static File atom(String path, String title) {
            return new File(path, "Atom", title, "application/atom+xml", "https://www.rfc-editor.org/rfc/rfc4287");
        }
    }
}
