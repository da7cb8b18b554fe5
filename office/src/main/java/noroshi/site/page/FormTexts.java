package noroshi.site.page;

/** The words around forms. */
final class FormTexts {

    static final String SUBSCRIBE = "<p>選んだ媒体や地域の情報を、公開と同時にメールでお届けします。お申し込みの後、確認のメールが届きます。メールの案内に従うと登録が完了します。</p>";
    static final String SUBSCRIBE_AFTER = "<h2>個人情報について</h2><p>メールアドレスは、暗号化して庁内に届け、配信だけに使います。配信したメールから、いつでも解除できます。</p>";
    static final String CONFIRM = "<p>次のボタンを押すと、メール配信の登録が完了します。</p>";
    static final String UNSUBSCRIBE = "<p>次のボタンを押すと、メール配信を解除します。</p>";
    static final String RECEIPT = "<p>お問い合わせの受付のときに表示された受付番号と確認符号をご記入ください。回答や対応の状況をご覧いただけます。</p>";
    static final String INQUIRY_AFTER = "<p>送信すると、受付番号と確認符号を表示します。回答はメールでお送りし、受付番号でも確認できます。</p>";

    static final String SUBSCRIBED =
            "<p>確認のメールをお送りします。メールにあるアドレスを開き、登録を確定してください。</p><p>しばらくしても届かないときは、迷惑メールの設定とアドレスをお確かめください。登録されるのは、確認のメールに書かれた内容です。内容を変えて申し込み直されたときは、新しい確認のメールをお送りします（一つのアドレスに1日3通まで）。</p>";
    static final String CONFIRMED =
            "<p>ありがとうございます。まもなく登録が完了し、これからの情報をメールでお届けします。</p><p>確認のメールの送信から48時間を過ぎていたときは登録されません。お手数ですが、もう一度お申し込みください。</p>";
    static final String UNSUBSCRIBED = "<p>メール配信の解除を受け付けました。ご利用ありがとうございました。</p><p>行き違いで届くことがありましたら、ご容赦ください。</p>";
    static final String INQUIRED = "<p>お問い合わせを安全に受け付けました。次の番号と符号を、書き写すか印刷して保管してください。</p>";
    static final String RECEIPT_NOTE = "<p>「受付番号で確認」のページで、状況をいつでもご確認いただけます。確認符号は他の人に知らせないでください。</p>";
    static final String NO_REPLY = "<p>まだ回答はありません。担当が確認しています。しばらくしてから、もう一度お確かめください。</p>";
    static final String REFUSED =
            "<p>次の点をお確かめのうえ、ブラウザーの「戻る」で前のページに戻り、もう一度お送りください。</p><div class=\"problems\" role=\"alert\">";
    static final String REFUSED_AFTER = "</div><p>ご記入いただいた内容は、まだ受け付けていません。</p>";

    private FormTexts() {}

    /** Who is in danger must not lose time over a form: the numbers stand first. */
    static String inquiry(DepartmentFacts department, SiteFacts site) {
        var own = !department.phone().isBlank();
        var phone = own ? department.phone() : site.phone();
        var whose = own ? department.name() : site.name();
        var call = phone.isBlank()
                ? ""
                : "お急ぎのときは、お電話ください（%s <a href=\"tel:%s\">%s</a>）。"
                        .formatted(Html.escaped(whose), phone.replaceAll("[^0-9+]", ""), Html.escaped(phone));
        return "<p>命に関わるときは、<strong>消防・救急 <a href=\"tel:119\">119</a></strong>、<strong>警察 <a href=\"tel:110\">110</a></strong> へ電話してください。%s</p><p>いただいた内容は暗号化して庁内に届けます。</p>"
                .formatted(call);
    }
}
