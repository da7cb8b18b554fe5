package noroshi.channels;

import java.util.Locale;

/** What a dispatch is. */
public enum DispatchKind {
    /** An article became public for the first time. */
    ARTICLE("記事"),
    /** 訂正: goes to those who got the article. */
    CORRECTION("訂正"),
    /** An emergency changed its state. */
    ALERT("緊急のお知らせ"),
    /** Asks for the second half of the double opt-in. */
    CONFIRMATION("登録の確認"),
    /** An inquiry has been received. */
    ACKNOWLEDGEMENT("受付のお知らせ"),
    /** An inquiry's answer. */
    ANSWER("回答"),
    /** Tells an officer what waits for them. */
    REMINDER("庁内の催促");

    private final String japanese;

    DispatchKind(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    /** Goes to subscribers, so it carries the way out (RFC 8058). */
    boolean toSubscribers() {
        return switch (this) {
            case ARTICLE, CORRECTION, ALERT -> true;
            case CONFIRMATION, ACKNOWLEDGEMENT, ANSWER, REMINDER -> false;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DispatchKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
