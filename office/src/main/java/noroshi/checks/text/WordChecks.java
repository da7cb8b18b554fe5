package noroshi.checks.text;

import java.util.List;
import java.util.regex.Pattern;
import noroshi.checks.Rule;

/** Words that are torn apart, cues of colour or place alone, and words that shut people out. */
final class WordChecks {

    private static final String JAPANESE = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー";
    private static final Pattern SPACED = Pattern.compile(
            "(?<![" + JAPANESE + "][ 　]?)[" + JAPANESE + "](?:[ 　]+[" + JAPANESE + "](?![" + JAPANESE + "]))+");
    private static final Pattern COLOUR = Pattern.compile(
            "[赤青黄緑紫橙](?:色|い)?(?:の|で示した|で囲んだ)?(?:文字|太字|枠|部分|箇所|線|セル|欄|マーク|印|ボタン|帯|丸|矢印)|[赤青緑]字(?=で(?:示|書|表|囲)|の(?:日|部分|箇所|欄|項目|もの)|は[、，]?[^。]{0,12}(?:休|変更|必須|注意|重要))"
                    + "|色の付いた(?:文字|部分|箇所|セル|欄)|網掛けの?(?:部分|箇所|セル|欄|日)");
    private static final Pattern POSITION = Pattern.compile(
            "(?:右|左|右側|左側|右上|右下|左上|左下|右端|左端)(?:の|にある|に示す)(?:図|表|写真|画像|ボタン|欄|メニュー|一覧|リンク|バナー|アイコン|地図|グラフ)|[右左]記"
                    + "|(?:丸い|四角い|三角の|大きい|小さい)(?:ボタン|アイコン|マーク|図形)");

    /** @param better what to write instead; empty: that depends on what is meant */
    private record Word(Pattern pattern, String better, String why) {}

    private static Word word(String pattern, String better, String why) {
        return new Word(Pattern.compile(pattern), better, why);
    }

    private static final List<Word> EXCLUDING = List.of(
            word("父兄", "保護者", "母や祖父母などの保護者が含まれません"),
            word("看護婦", "看護師", "2002年に改められた名称です"),
            word("助産婦", "助産師", "2002年に改められた名称です"),
            word("保健婦", "保健師", "2002年に改められた名称です"),
            word("保母(?!子)", "保育士", "1999年に改められた名称です"),
            word("痴呆症?", "認知症", "2004年に改められた名称です"),
            word("精神分裂病", "統合失調症", "2002年に改められた名称です"),
            word("成人病", "生活習慣病", "1996年に改められた名称です"),
            word("登校拒否", "不登校", "子どもを責める響きがあります"),
            word("外人(?!部隊|墓地)", "外国人", "よそ者という響きがあります"),
            word("身障者", "障害のある人", "略した呼び方は避けます"),
            word("健常者", "障害のない人", "障害のある人を普通でないとする響きがあります"),
            word("片手落ち", "不公平", "体の障害を悪い意味に使っています"),
            word("(?<!文)盲(?:人|者)", "目の見えない人", "当事者が避けたいとする呼び方です"),
            word("つんぼ|聾唖者", "耳の聞こえない人", "当事者が避けたいとする呼び方です"),
            word("色盲", "色覚の特性", "改められた名称です"),
            word("孤児院", "児童養護施設", "1947年に改められた名称です"),
            word("養老院", "老人ホーム", "1963年に改められた名称です"),
            word("未亡人", "", "夫とともに死ぬべき人という意味の言葉です"),
            word("土人", "", "人を見下す言葉です"),
            word("混血児", "", "人を血で分ける言葉です"),
            word("婦女子", "女性や子ども", "女性を子どもと同じに扱う響きがあります"),
            word("女流(?=作家|棋士|画家)", "", "男性を普通とする言い方です"),
            word("ご主人様?(?=[とや・]奥様|が世帯主)", "", "夫婦の上下を表す言い方です"));

    private WordChecks() {}

    static void look(SourceText text, Remarks remarks) {
        SPACED.matcher(text.words).results().forEach(each -> {
            if (each.end() >= text.words.length() || !isJapanese(text.words.charAt(each.end())))
                remarks.add(
                        Rule.SPACED_WORD,
                        each.start(),
                        each.end(),
                        "「" + each.group() + "」は単語の中に空白があり、1字ずつ読み上げられます。空白を取ってください。",
                        each.group().replaceAll("[ 　]", ""));
        });
        COLOUR.matcher(text.words)
                .results()
                .forEach(each -> remarks.add(
                        Rule.COLOUR_CUE,
                        each.start(),
                        each.end(),
                        "「" + each.group() + "」だけでは、色が分からない人に伝わりません。色のほかに名前や記号でも示してください。"));
        POSITION.matcher(text.words)
                .results()
                .forEach(each -> remarks.add(
                        Rule.POSITION_CUE,
                        each.start(),
                        each.end(),
                        "「" + each.group() + "」だけでは、画面の並びが変わる人や見えない人に伝わりません。名前でも示してください。"));
        for (var word : EXCLUDING)
            word.pattern.matcher(text.words).results().forEach(each -> {
                var reason = "「%s」は使わないでください。%s。".formatted(each.group(), word.why);
                if (word.better.isEmpty()) remarks.add(Rule.EXCLUDING_WORD, each.start(), each.end(), reason);
                else remarks.add(Rule.EXCLUDING_WORD, each.start(), each.end(), reason, word.better);
            });
    }

    private static boolean isJapanese(char c) {
        return String.valueOf(c).matches("[" + JAPANESE + "]");
    }
}
