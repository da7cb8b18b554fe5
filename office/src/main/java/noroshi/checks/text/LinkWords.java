package noroshi.checks.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of links: which say nothing of where they lead, and which tell the type and size of a file. */
public final class LinkWords {

    private static final Set<String> VAGUE = Set.of(
            "こちら",
            "ここ",
            "こちらから",
            "こちらへ",
            "こちらをクリック",
            "ここをクリック",
            "こちらをご覧ください",
            "クリック",
            "詳細",
            "詳しく",
            "詳しくは",
            "詳しくはこちら",
            "詳しくはこちらから",
            "詳細はこちら",
            "詳細はこちらから",
            "くわしくはこちら",
            "もっと見る",
            "もっと読む",
            "続き",
            "続きを読む",
            "続きはこちら",
            "リンク",
            "リンク先",
            "このページ",
            "別ページ",
            "別紙",
            "添付",
            "添付ファイル",
            "ファイル",
            "ダウンロード",
            "pdf",
            "word",
            "excel",
            "here",
            "click here",
            "more",
            "read more",
            "learn more",
            "details",
            "link",
            "this",
            "this link",
            "this page",
            "continue",
            "download",
            "go");
    private static final Pattern DECORATION = Pattern.compile("[\\s>＞»≫→▶►■●…。、.!！:：（）()【】\\[\\]「」]+");
    private static final Pattern TYPE =
            Pattern.compile("(?i)pdf|word|docx?|excel|エクセル|ワード|xlsx?|pptx?|csv|zip|パワーポイント|powerpoint");
    private static final Pattern SIZE =
            Pattern.compile("(?i)[\\d.,]+\\s*(kb|mb|gb|kib|mib|ｋｂ|ｍｂ|バイト|キロバイト|メガバイト|byte)");

    private LinkWords() {}

    /** Whether the words could stand at any link. */
    public static boolean isVague(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return VAGUE.contains(DECORATION.matcher(plain).replaceAll(" ").strip());
    }

    /** Whether the words name the type of a file and how large it is. */
    public static boolean tellsTypeAndSize(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC);
        return TYPE.matcher(plain).find() && SIZE.matcher(plain).find();
    }
}
