package noroshi.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Which articles the officer asks for, as typed. */
public record ArticleFilter(String state, String series, String words) {

    public boolean isEmpty() {
        return state.isEmpty() && series.isEmpty() && words.isEmpty();
    }

    /** Address of the newest rows. */
    public String first() {
        return "/articles?state=%s&series=%s&q=%s".formatted(coded(state), coded(series), coded(words));
    }

    /** The same rows, all of them, as a table. */
    public String table() {
        return first().replaceFirst("/articles", "/articles.csv");
    }

    /** Address of the rows after the one with this id. */
    String next(long before) {
        return first() + "&before=" + before;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
