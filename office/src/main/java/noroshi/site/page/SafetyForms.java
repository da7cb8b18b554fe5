package noroshi.site.page;

import java.util.List;
import noroshi.site.view.FormView;
import noroshi.site.view.FormView.Choice;

/** The fields and words of searching for a person and of telling what one knows. */
final class SafetyForms {

    /** As the office reads them. */
    static final List<String> STATUSES =
            List.of("is_note_author", "believed_alive", "information_sought", "believed_missing");

    static final String SEARCH = "<p>氏名の全部を入れてください。漢字、ひらがな、カタカナ、ローマ字のどれでも、姓と名が逆でも、旧字体でも探せます。</p>";
    static final String SEARCH_AFTER =
            "<h2>ご注意</h2><p>載ることに同意した方と、公表された名簿の方だけが見つかります。見つからないことは、無事でないことを意味しません。入れた名前は、どこにも記録しません。短い時間に何度も調べることはできません。</p>";
    static final String NOTE =
            "<p>ご本人の無事、または見聞きしたことをお知らせください。いただいた内容は暗号化して庁内に届け、職員が確かめます。</p><p>命に関わるときは、<strong>消防・救急 <a"
                    + " href=\"tel:119\">119</a></strong>、<strong>警察 <a href=\"tel:110\">110</a></strong> へ電話してください。</p>";
    static final String NOTE_AFTER = "<h2>公表について</h2><p>住民票の閲覧制限などの保護を受けている方は、載りません。あなたのお名前と連絡先は公表しません。</p>";
    static final String NOTED = "<p>お知らせいただき、ありがとうございます。職員が確かめてから、安否の検索に反映します。</p>";

    private SafetyForms() {}

    static List<FormView.Field> search() {
        return List.of(
                Forms.SOUGHT.view("例：山田太郎、やまだ たろう、Yamada Taro", "off"),
                Forms.HOME.view("同じ名前の方が多いとき。例：石巻市、門脇町", "off"));
    }

    static List<FormView.Field> note() {
        return List.of(
                Forms.ABOUT.view("姓と名の間を空けてください", "off"),
                Forms.KANA.view("分かるとき。例：やまだ たろう", "off"),
                Forms.STATUS.one(
                        "最もよく当てはまるものを一つ選んでください",
                        List.of(
                                new Choice("is_note_author", "本人です。無事です", ""),
                                new Choice("believed_alive", "この人は無事です", ""),
                                new Choice("information_sought", "この人を探しています", ""),
                                new Choice("believed_missing", "この人の行方が分かりません", ""))),
                Forms.WHERE.view("例：門脇中学校の避難所", "off"),
                Forms.TOWN.view("例：石巻市門脇町", "off"),
                Forms.SAID.view("2,000文字まで", "off"),
                Forms.TELLER.view("公表しません", "name"),
                Forms.CONTACT.view("電話番号かメールアドレス。公表しません", "off"),
                Forms.AGREED.choices(
                        "本人、または本人の同意を得た家族の方だけが選んでください", List.of(new Choice("yes", "安否の検索に載ることに同意します", ""))));
    }
}
