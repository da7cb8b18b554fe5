package noroshi.checks.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import noroshi.checks.Rule;

/** Characters that some machines do not show or read aloud, and the two widths of letters. */
final class CharacterChecks {

    private static final Pattern MACHINE =
            Pattern.compile("[\\u2460-\\u24FF\\u2776-\\u2793\\u2160-\\u217F\\u2116\\u2121\\u3220-\\u33FF\\u32FF]");
    private static final Pattern PRIVATE = Pattern.compile("[\\uE000-\\uF8FF]|[\\x{F0000}-\\x{10FFFD}]");
    private static final Pattern HALF_KANA = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern FULL_LETTERS = Pattern.compile("[Ａ-Ｚａ-ｚ０-９]+(?:[．，－／：＠＿][Ａ-Ｚａ-ｚ０-９]+)*");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("㎡", "平方メートル"),
            Map.entry("㎥", "立方メートル"),
            Map.entry("㎢", "平方キロメートル"),
            Map.entry("℡", "電話"),
            Map.entry("№", "番号"),
            Map.entry("㏍", "株式会社"),
            Map.entry("㈱", "株式会社"),
            Map.entry("㈲", "有限会社"),
            Map.entry("㈳", "社団法人"),
            Map.entry("㈶", "財団法人"));

    private CharacterChecks() {}

    static void look(SourceText text, Remarks remarks) {
        MACHINE.matcher(text.words).results().forEach(each -> machine(each, remarks));
        PRIVATE.matcher(text.words)
                .results()
                .forEach(each -> remarks.add(
                        Rule.MACHINE_DEPENDENT,
                        each.start(),
                        each.end(),
                        "外字（その機械だけの文字）があり、ほかの機械では表示も読み上げもできません。別の字か仮名で書いてください。"));
        HALF_KANA
                .matcher(text.words)
                .results()
                .forEach(each -> remarks.add(
                        Rule.WIDTH,
                        each.start(),
                        each.end(),
                        "半角カタカナは正しく読み上げられないことがあります。全角で書いてください。",
                        nfkc(each.group())));
        FULL_LETTERS
                .matcher(text.words)
                .results()
                .forEach(each -> remarks.add(
                        Rule.WIDTH,
                        each.start(),
                        each.end(),
                        "全角の英数字は1字ずつ読み上げられることがあります。半角で書いてください。",
                        nfkc(each.group())));
    }

    private static void machine(MatchResult each, Remarks remarks) {
        var sign = each.group();
        var plain = WORDS.getOrDefault(sign, inBrackets(sign));
        remarks.add(
                Rule.MACHINE_DEPENDENT,
                each.start(),
                each.end(),
                "「%s」は機種依存文字で、正しく表示や読み上げがされないことがあります。「%s」のように書いてください。".formatted(sign, plain),
                plain);
    }

    /** ① becomes （1）, ㈪ becomes （月）, Ⅱ becomes 2, ㎏ becomes kg. */
    private static String inBrackets(String sign) {
        int c = sign.codePointAt(0);
        var plain = nfkc(sign).replaceAll("[()]", "");
        if (c >= 0x2160 && c <= 0x217F) return String.valueOf(c >= 0x2170 ? c - 0x2170 + 1 : c - 0x2160 + 1);
        if (c >= 0x2776 && c <= 0x2793) return "（" + ((c - 0x2776) % 10 + 1) + "）";
        boolean bracketed = c >= 0x2460 && c <= 0x24FF || c >= 0x3220 && c <= 0x32BF;
        return bracketed ? "（" + plain.replace(".", "") + "）" : plain;
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
