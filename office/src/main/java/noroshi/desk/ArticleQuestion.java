package noroshi.desk;

/** An act that is asked about on a screen of its own before it is done. */
public enum ArticleQuestion {
    PULL_BACK(
            "pull-back", "引き戻す", "承認の依頼を取り消して、下書きに戻します。これまでの承認は数えません。直してから、もう一度依頼してください。", "引き戻しました。下書きに戻っています。", true),
    CANCEL_REPLACEMENT(
            "cancel-replacement",
            "差し替えの予約を取り消す",
            "いま公開中の版が、そのまま公開され続けます。新しい版は承認済みのまま残り、あとで公開できます。",
            "差し替えの予約を取り消しました。",
            false),
    TRASH("trash", "ごみ箱に入れる", "記事の一覧から外し、ごみ箱に入れます。決められた日数がたつまでは、ごみ箱から元に戻せます。", "ごみ箱に入れました。", false),
    TAKE_OUT("take-out", "ごみ箱から戻す", "ごみ箱に入れる前の状態に戻します。", "ごみ箱から戻しました。", false);

    private final String path;
    private final String label;
    private final String explanation;
    private final String done;
    private final boolean comment;

    ArticleQuestion(String path, String label, String explanation, String done, boolean comment) {
        this.path = path;
        this.label = label;
        this.explanation = explanation;
        this.done = done;
        this.comment = comment;
    }

    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    public String explanation() {
        return explanation;
    }

    /** What the next screen says. */
    String done() {
        return done;
    }

    /** Whether the officer may say why. */
    public boolean hasComment() {
        return comment;
    }
}
