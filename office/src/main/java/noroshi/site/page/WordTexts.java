package noroshi.site.page;

/** The words of pages that no officer writes. */
final class WordTexts {

    static final String NOT_FOUND = """
            <p>お探しのページは、移動したか、公開が終わったか、まだ公開されていません。</p>
            <p>アドレスをもう一度お確かめいただくか、次のページからお探しください。</p>
            """;

    static final String GONE = """
            <p>このページは公開を終了しました。掲載していた情報は、古くなったか、取り下げられたものです。</p>
            <p>新しい情報は次のページからご覧ください。</p>
            """;

    private WordTexts() {}

    /** Also what someone reads whose Letter could not be kept: where else they can turn. */
    static String busy(SiteFacts site) {
        return """
                <p>アクセスが集中しているため、このページをお出しできませんでした。</p>
                <p>お問い合わせやお申し込みを送信されたときは、<strong>まだ受け付けていません</strong>。%s</p>
                <p>しばらくしてから、もう一度お試しください。軽量版・テキスト版は、混み合っているときもつながりやすい表示です。</p>
                """.formatted(byPhone(site));
    }

    private static String byPhone(SiteFacts site) {
        if (site.phone().isEmpty()) return "お急ぎのときは、電話でお知らせください。";
        return "お急ぎのときは、%s（電話 <a href=\"tel:%s\">%s</a>）へお知らせください。"
                .formatted(
                        Html.escaped(site.name()), site.phone().replaceAll("[^0-9+]", ""), Html.escaped(site.phone()));
    }

    static String about(SiteFacts site) {
        return """
                <h2>三つの表示</h2>
                <p>すべてのページに、次の三つの表示があります。内容は同じで、同時に更新されます。</p>
                <ul>
                <li><strong>通常版</strong>　画像や見やすい配置のある表示です。</li>
                <li><strong>軽量版</strong>　1ページ14キロバイト以内。つながりにくいときも、1回の通信で表示されます。アドレスの団体コードの後に「l」（エル）が付きます。</li>
                <li><strong>テキスト版</strong>　1ページ4キロバイト以内。文字だけの表示です。アドレスの団体コードの後に「t」が付きます。</li>
                </ul>
                <h2>災害のとき</h2>
                <p>緊急の情報があるときは、すべてのページの上部に警戒レベルと内容を表示します。期限が来ると自動で消えます。</p>
                <p>このサイトは、庁舎が被災しても読み続けられるよう、署名付きの複製を複数の場所からお届けしています。各ページには公開・更新の日時を示しています。</p>
                <h2>訓練・試験・再現</h2>
                <p>訓練や試験の情報、過去の災害を再現した情報には、必ず「訓練」「試験」「再現」と表示します。</p>
                <h2>訂正</h2>
                <p>内容を訂正したときは、ページの先頭に「訂正」として日時と訂正した内容を示します。</p>
                <h2>メールや予定表で受け取る</h2>
                <p>媒体や地域ごとにメールで受け取れます。更新情報（Atom）と行事カレンダー（iCalendar）もご利用いただけます。</p>
                """;
    }

    static String accessibility(SiteFacts site) {
        return """
                <p>%sは、誰もが必要な情報を得られるよう、このサイトのアクセシビリティの確保に取り組んでいます。</p>
                <h2>目標</h2>
                <p>JIS X 8341-3:2016 の適合レベルAAに準拠し、WCAG 2.2 のAAを目指しています。</p>
                <h2>取り組み</h2>
                <ul>
                <li>スクリプト（JavaScript）を使わず、すべての操作をキーボードだけで行えます。</li>
                <li>文字と背景の明るさの比は4.5対1以上です。色だけで意味を伝えません。</li>
                <li>文字の大きさを2倍にしても、幅320ピクセルの画面でも、横に動かさずに読めます。</li>
                <li>画像には代わりとなる文を付けています。</li>
                <li>見出し・本文・操作のまとまりを、読み上げソフトが区別できるように示しています。</li>
                <li>画面の動きを減らす設定に従います。</li>
                </ul>
                <h2>お気づきの点</h2>
                <p>読みにくい、使いにくいところがありましたら、組織の一覧から担当へお知らせください。</p>
                """.formatted(Html.escaped(site.name()));
    }
}
