package noroshi.desk;

/** A screen or an act that this officer cannot have: shown as a page that says why and what to do. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final String text;

    /** @param status of HTTP; @param title what cannot be done; @param text why, and what to do next */
    Refused(int status, String title, String text) {
        super(title);
        this.status = status;
        this.title = title;
        this.text = text;
    }

    static Refused administratorsOnly(String what) {
        return new Refused(403, what + "は管理者だけが使えます", "あなたの役割では開けません。必要なときは、所属する団体の管理者に依頼してください。");
    }

    static Refused missing(String what) {
        return new Refused(404, what + "が見つかりません", "ほかの職員が移したか、別の団体のものです。一覧に戻って、もう一度選んでください。");
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }
}
