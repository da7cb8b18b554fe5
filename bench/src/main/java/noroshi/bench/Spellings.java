package noroshi.bench;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import noroshi.names.PersonName;

/** How people type a name. Written apart from the engine that is measured, so that an error there is not repeated here. */
final class Spellings {

    private static final String FORMS =
            "高髙 崎﨑 辺邊 沢澤 斎齋 浜濱 島嶋 広廣 国國 桜櫻 恵惠 真眞 徳德 栄榮 竜龍 静靜 清淸 富冨 実實 条條 滝瀧 吉𠮷 弥彌 礼禮 寿壽 円圓 関關 学學 万萬 与與 塩鹽 来來 暁曉 覚覺 晋晉"
                    + " 瀬瀨 郎郞 穂穗 曽曾 蔵藏 桑桒 峰峯 亜亞 会會 気氣 帰歸 検檢 顕顯 厳嚴 黒黑 児兒 従從 縦縱 将將 奨奬 称稱 図圖 数數 声聲 総總 聡聰 荘莊 団團 鉄鐵 伝傳 当當 灯燈 読讀"
                    + " 独獨 売賣 発發 豊豐 満滿 薬藥 予豫 様樣 遥遙 頼賴 乱亂 両兩 緑綠 歴歷 恋戀 録錄 禄祿 楼樓 労勞 湾灣 勲勳 薫薰 啓啟 慎愼 剛剛 尭堯";

    private final Random random;
    private final Map<String, String> other = new HashMap<>();

    Spellings(Random random) {
        this.random = random;
        for (var pair : FORMS.split(" ", -1)) {
            var first = pair.substring(0, pair.offsetByCodePoints(0, 1));
            var second = pair.substring(first.length());
            if (first.equals(second) || pair.equals("啓啟")) continue;
            other.put(first, second);
            other.put(second, first);
        }
    }

    /** Each character that has another form, in that form. */
    String otherForms(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(other.getOrDefault(Character.toString(c), Character.toString(c))));
        return out.toString();
    }

    /** One query of each kind, by the kind's name; kinds that would be no different are left out. */
    Map<String, String> of(PersonName name) {
        var all = new LinkedHashMap<String, String>();
        var family = name.familyKana();
        var given = name.givenKana();
        all.put("characters, no space", name.family() + name.given());
        all.put("characters, swapped", name.given() + name.family());
        var forms = otherForms(name.family() + name.given());
        if (!forms.equals(name.family() + name.given())) all.put("old or new characters", forms);
        all.put("hiragana", family + "　" + given);
        all.put("katakana, no space", katakana(family + given));
        all.put("half width", halfWidth(family + " " + given));
        all.put("kana, swapped", given + " " + family);
        all.put("Hepburn", title(hepburn(family, Length.DROPPED)) + " " + title(hepburn(given, Length.DROPPED)));
        all.put(
                "Hepburn, long written",
                upper(hepburn(family, Length.LETTERS)) + " " + title(hepburn(given, Length.LETTERS)));
        all.put("Hepburn, macrons", title(hepburn(family, Length.MACRON)) + " " + title(hepburn(given, Length.MACRON)));
        all.put("Hepburn, oh", title(hepburn(family, Length.H)) + " " + title(hepburn(given, Length.H)));
        all.put(
                "Hepburn, swapped",
                title(hepburn(given, Length.DROPPED)) + " " + upper(hepburn(family, Length.DROPPED)));
        all.put("Hepburn, no space", hepburn(family, Length.LETTERS) + hepburn(given, Length.LETTERS));
        all.put("Kunrei", title(kunrei(family, false)) + " " + title(kunrei(given, false)));
        all.put("Nihon-shiki", title(kunrei(family, true)) + " " + title(kunrei(given, true)));
        if (random.nextInt(4) == 0) all.put("mixed", name.family() + " " + given);
        return all;
    }

    private enum Length {
        DROPPED,
        LETTERS,
        MACRON,
        H
    }

    private static String hepburn(String kana, Length length) {
        var letters = length(strict(kana, false), length);
        return letters.replace("sy", "sh")
                .replace("ty", "ch")
                .replace("zy", "j")
                .replace("dy", "j")
                .replace("si", "shi")
                .replace("zi", "ji")
                .replace("di", "ji")
                .replace("du", "zu")
                .replace("tti", "tchi")
                .replace("ttu", "ttsu")
                .replaceAll("t(?=ch)", "t")
                .replaceAll("ti", "chi")
                .replaceAll("tu|tū", length == Length.MACRON ? "tsu" : "tsu")
                .replaceAll("(?<![sc])h(?=[uū])", "f");
    }

    private static String kunrei(String kana, boolean nihon) {
        var letters = strict(kana, nihon);
        return length(letters, Length.MACRON).replace('ō', 'ô').replace('ū', 'û');
    }

    private static String length(String letters, Length length) {
        return switch (length) {
            case LETTERS -> letters;
            case DROPPED -> letters.replaceAll("o[uo]", "o").replace("uu", "u");
            case MACRON -> letters.replaceAll("o[uo]", "ō").replace("uu", "ū");
            case H ->
                letters.replaceAll("o[uo](?![aiueoy])", "oh")
                        .replaceAll("o[uo]", "o")
                        .replace("uu", "u");
        };
    }

    /** Row by row and column by column, as the Nihon-shiki system has it; Kunrei differs in a few syllables. */
    private static String strict(String kana, boolean nihon) {
        var out = new StringBuilder();
        var doubled = false;
        for (int i = 0; i < kana.length(); i++) {
            char c = kana.charAt(i);
            if (c == 'っ') {
                doubled = true;
                continue;
            }
            if (c == 'ん') {
                out.append(i + 1 < kana.length() && "あいうえおやゆよ".indexOf(kana.charAt(i + 1)) >= 0 ? "n'" : "n");
                continue;
            }
            int small = "ゃゅょ".indexOf(c);
            if (small >= 0 && !out.isEmpty()) {
                out.setLength(out.length() - 1);
                out.append('y').append("auo".charAt(small));
                continue;
            }
            var syllable = syllable(c);
            if (doubled && !syllable.isEmpty()) out.append(syllable.charAt(0));
            doubled = false;
            out.append(syllable);
        }
        return nihon
                ? out.toString()
                : out.toString().replace("du", "zu").replace("di", "zi").replace("dy", "zy");
    }

    private static String syllable(char c) {
        String rows = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもらりるれろがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ";
        String heads = " kstnhmrgzdbp";
        int at = rows.indexOf(c);
        if (at >= 0) return (heads.charAt(at / 5) + "" + "aiueo".charAt(at % 5)).strip();
        return switch (c) {
            case 'や' -> "ya";
            case 'ゆ' -> "yu";
            case 'よ' -> "yo";
            case 'わ' -> "wa";
            case 'を' -> "o";
            default -> "";
        };
    }

    private static String katakana(String kana) {
        var out = new StringBuilder();
        for (char c : kana.toCharArray()) out.append(c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c);
        return out.toString();
    }

    /** Voiced sounds are two signs there. */
    private static String halfWidth(String kana) {
        String full = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
        var out = new StringBuilder();
        for (char c : Normalizer.normalize(katakana(kana), Normalizer.Form.NFD).toCharArray()) {
            int at = full.indexOf(c);
            out.append(c == '\u3099' ? 'ﾞ' : c == '\u309A' ? 'ﾟ' : at < 0 ? c : (char) ('｡' + at));
        }
        return out.toString();
    }

    private static String title(String letters) {
        return letters.isEmpty() ? letters : letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
    }

    private static String upper(String letters) {
        return letters.toUpperCase(Locale.ROOT);
    }
}
