package noroshi.writing;

import java.util.List;

/** 災害用ひな形: an article with blanks. Title, summary and body (Markdown) may each have some. */
public record PreparedPage(long id, String name, String title, String summary, String body, String series) {

    public static final int NAME_CHARACTERS_MAX = 60;
    public static final int TITLE_CHARACTERS_MAX = 300;
    public static final int SUMMARY_CHARACTERS_MAX = 1_200;
    public static final int BODY_CHARACTERS_MAX = 20_000;
    public static final int PAGES_MAX = 100;

    public List<Blank> blanks() {
        return Blanks.in(title, summary, body);
    }
}
