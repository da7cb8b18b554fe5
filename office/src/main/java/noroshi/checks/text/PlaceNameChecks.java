package noroshi.checks.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.checks.Rule;

/** Names of municipalities with a letter that is often mistaken, or with 市, 町 or 村 exchanged. */
final class PlaceNameChecks {

    private static final List<String> MISTAKEN = List.of(
            "竈釜竃", "亘亙旦", "涌湧桶", "衡衝", "麻摩磨", "富冨", "巻卷", "沼招", "蔵藏", "ヶケヵが", "元本", "城成", "郷鄕", "瀬瀨", "沢澤", "登澄", "栗粟",
            "柴紫", "崎﨑嵜埼", "名各", "角各");
    /** Municipalities elsewhere that a name of Miyagi with another ending would hit. */
    private static final Set<String> ELSEWHERE = Set.of(
            "川崎市", "大和市", "大和村", "大崎町", "松島市", "美里村", "白石町", "村田市", "柴田市", "大郷村", "富谷町", "大河原市", "登米町", "栗原町", "名取町",
            "角田町", "岩沼町", "加美市", "川崎村", "山元市", "山本市");

    private PlaceNameChecks() {}

    static void look(SourceText text, Set<String> places, Remarks remarks) {
        wrong(places).forEach((wrong, right) -> Pattern.compile("(?<![\\p{IsHan}々ヶケ]|旧)" + Pattern.quote(wrong))
                .matcher(text.words)
                .results()
                .forEach(each -> remarks.add(
                        Rule.PLACE_NAME,
                        each.start(),
                        each.end(),
                        "「%s」という市町村は宮城県にありません。正しくは「%s」です。".formatted(wrong, right),
                        right)));
    }

    /** From a mistaken name to the right one. */
    static Map<String, String> wrong(Set<String> places) {
        var found = new HashMap<String, String>();
        for (var place : places) {
            if (!place.matches(".{2,}[市町村]")) continue;
            for (int i = 0; i < place.length() - 1; i++) letters(place, i, found);
            for (var ending : List.of("市", "町", "村")) found.put(place.substring(0, place.length() - 1) + ending, place);
        }
        found.keySet().removeAll(places);
        found.keySet().removeAll(ELSEWHERE);
        return found;
    }

    private static void letters(String place, int at, Map<String, String> found) {
        for (var alike : MISTAKEN) {
            if (alike.indexOf(place.charAt(at)) != 0
                    && !(alike.startsWith("ヶ") && alike.indexOf(place.charAt(at)) >= 0)) continue;
            for (char other : alike.toCharArray())
                if (other != place.charAt(at))
                    found.put(place.substring(0, at) + other + place.substring(at + 1), place);
        }
    }
}
