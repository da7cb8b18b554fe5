package noroshi.persons;

import java.util.Locale;

/** What a note's author believes of the person: PFIF's five, and nothing said. */
public enum NoteStatus {
    NOT_SAID(""),
    INFORMATION_SOUGHT("探しています"),
    IS_NOTE_AUTHOR("本人が無事を知らせています"),
    BELIEVED_ALIVE("無事という情報があります"),
    BELIEVED_MISSING("行方が分からないという情報があります"),
    BELIEVED_DEAD("亡くなったという情報があります");

    private final String japanese;

    NoteStatus(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    public String code() {
        return this == NOT_SAID ? "" : name().toLowerCase(Locale.ROOT);
    }

    public static NoteStatus of(String code) {
        return code.isEmpty() ? NOT_SAID : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
