package noroshi.names;

import java.util.HashMap;
import java.util.Map;

/** Hiragana to capital letters in Hepburn's system, as in passports. */
public final class Romaji {
    private static final Map<String, String> SYLLABLES = syllables();

    private Romaji() {}

    /** Long o and u are not written (しょうたろう: SHOTARO); the mark of a long vowel is a hyphen. What is not kana stays. */
    public static String of(String hiragana) {
        String plain = letters(hiragana);
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
            boolean drawn = (c == 'U' && (last == 'O' || last == 'U')) || (c == 'O' && last == 'O');
            if (!drawn) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Syllable by syllable, nothing left away. */
    static String letters(String hiragana) {
        StringBuilder out = new StringBuilder(hiragana.length() * 2);
        boolean doubled = false;
        for (int i = 0; i < hiragana.length(); ) {
            if (hiragana.charAt(i) == 'っ') {
                doubled = true;
                i++;
                continue;
            }
            String two = i + 2 <= hiragana.length() ? SYLLABLES.get(hiragana.substring(i, i + 2)) : null;
            String one = SYLLABLES.get(hiragana.substring(i, i + 1));
            String syllable = two != null ? two : one != null ? one : hiragana.substring(i, i + 1);
            if (doubled && isConsonant(syllable.charAt(0))) {
                out.append(syllable.startsWith("CH") ? 'T' : syllable.charAt(0));
            }
            doubled = false;
            out.append(syllable);
            i += two != null ? 2 : 1;
        }
        return out.toString();
    }

    private static boolean isConsonant(char c) {
        return c >= 'A' && c <= 'Z' && "AIUEON".indexOf(c) < 0;
    }

    private static Map<String, String> syllables() {
        Map<String, String> table = new HashMap<>();
        rows(table, "あいうえお", "A I U E O");
        rows(table, "かきくけこ", "KA KI KU KE KO");
        rows(table, "さしすせそ", "SA SHI SU SE SO");
        rows(table, "たちつてと", "TA CHI TSU TE TO");
        rows(table, "なにぬねの", "NA NI NU NE NO");
        rows(table, "はひふへほ", "HA HI FU HE HO");
        rows(table, "まみむめも", "MA MI MU ME MO");
        rows(table, "やゆよ", "YA YU YO");
        rows(table, "らりるれろ", "RA RI RU RE RO");
        rows(table, "わゐゑをん", "WA I E O N");
        rows(table, "がぎぐげご", "GA GI GU GE GO");
        rows(table, "ざじずぜぞ", "ZA JI ZU ZE ZO");
        rows(table, "だぢづでど", "DA JI ZU DE DO");
        rows(table, "ばびぶべぼ", "BA BI BU BE BO");
        rows(table, "ぱぴぷぺぽ", "PA PI PU PE PO");
        rows(table, "ぁぃぅぇぉゃゅょゎゔー", "A I U E O YA YU YO WA VU -");
        glides(table, "きぎにひびぴみり", "K G N H B P M R", "YA YU YO");
        glides(table, "しちじぢ", "SH CH J J", "A U O");
        small(table, "ふゔつ", "F V TS", "A I E O", "ぁぃぇぉ");
        small(table, "し", "SH", "E", "ぇ");
        small(table, "ち", "CH", "E", "ぇ");
        small(table, "じ", "J", "E", "ぇ");
        small(table, "てで", "T D", "I YU", "ぃゅ");
        small(table, "とど", "T D", "U", "ぅ");
        small(table, "う", "W", "I E O", "ぃぇぉ");
        small(table, "いき", "Y KY", "E", "ぇ");
        small(table, "くぐ", "KW GW", "A", "ゎ");
        return table;
    }

    private static void rows(Map<String, String> table, String kana, String letters) {
        String[] parts = letters.split(" ", -1);
        for (int i = 0; i < parts.length; i++) {
            table.put(kana.substring(i, i + 1), parts[i]);
        }
    }

    private static void glides(Map<String, String> table, String kana, String heads, String tails) {
        small(table, kana, heads, tails, "ゃゅょ");
    }

    private static void small(Map<String, String> table, String kana, String heads, String tails, String smalls) {
        String[] head = heads.split(" ", -1);
        String[] tail = tails.split(" ", -1);
        for (int k = 0; k < head.length; k++) {
            for (int t = 0; t < tail.length; t++) {
                table.put("" + kana.charAt(k) + smalls.charAt(t), head[k] + tail[t]);
            }
        }
    }
}
