package noroshi.writing;

/** 定型文: words used again. @param department whose; "": the whole government's; @param body Markdown, may have blanks */
public record Snippet(long id, String department, String name, String body, int position) {

    public static final int NAME_CHARACTERS_MAX = 60;
    public static final int BODY_CHARACTERS_MAX = 20_000;
    public static final int SNIPPETS_MAX = 300;
}
