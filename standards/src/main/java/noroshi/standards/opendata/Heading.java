package noroshi.standards.opendata;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which column of a table says what: the words that layouts old and new, and towns of their own, use for the same thing. */
final class Heading {

    /** What is looked for, with its names in the order of preference; names are compared folded. */
    enum Sought {
        COMMON_ID("共通ID"),
        ID("ID", "#property", "避難所ID"),
        NUMBER("NO", "No."),
        NAME("名称", "施設・場所名", "施設名", "施設名称", "避難所名", "name", "病院名", "公園名", "行事名", "要配慮者利用施設名称", "土のうステーション置き場"),
        KIND("種別", "区分"),
        KANA("名称_カナ", "名称カナ", "フリガナ"),
        ADDRESS("所在地_連結表記", "住所", "所在地", "address", "住所(番地まで)", "住所(位置情報)", "場所名称"),
        PREFECTURE("所在地_都道府県", "都道府県名", "pref"),
        CITY("所在地_市区町村", "市区町村名", "city"),
        TOWN("所在地_町字"),
        STREET("所在地_番地以下"),
        BUILDING("建物名等(方書)", "方書"),
        CODE("所在地_全国地方公共団体コード", "市区町村コード", "都道府県コード又は市区町村コード", "全国地方公共団体コード", "prefCode"),
        DISTRICT("地区"),
        LATITUDE("緯度", "latitude"),
        LONGITUDE("経度", "longitude"),
        ALTITUDE("標高"),
        PHONE("電話番号", "telephone number", "telephoneNumber", "TEL", "問合せ先電話番号"),
        ALSO_SHELTER("指定避難所との重複", "指定避難所との住所同一"),
        ALSO_EMERGENCY("指定緊急避難場所との住所同一"),
        CAPACITY("想定収容人数"),
        AUDIENCE("対象となる町会・自治会"),
        URL("URL", "referenceObject", "公園HPアドレス"),
        NOTE("備考", "note"),
        PEOPLE("人数"),
        AS_OF("時点");

        private final List<String> names;

        Sought(String... names) {
            this.names = List.of(names);
        }
    }

    /** 人数_令和6年1月9日午後6時時点: the moment stands in the heading. */
    private static final Pattern PEOPLE_AT = Pattern.compile("人数_(.+)時点");

    private final Map<Sought, String> columns = new HashMap<>();
    private final Map<String, Hazard> hazards = new LinkedHashMap<>();
    private String peopleAt = "";

    Heading(List<String> names) {
        var folded = new HashMap<String, String>();
        for (var name : names) {
            folded.putIfAbsent(folded(name), name);
            Hazard.of(name).ifPresent(hazard -> hazards.put(name, hazard));
            var people = PEOPLE_AT.matcher(name);
            if (people.matches()) {
                columns.put(Sought.PEOPLE, name);
                peopleAt = people.group(1);
            }
        }
        for (var sought : Sought.values())
            for (var name : sought.names) {
                var column = folded.get(folded(name));
                if (column != null) columns.putIfAbsent(sought, column);
            }
    }

    /** Wide and narrow, great and small letters, dots and spaces make no difference: "Ｎｏ．", "№" and "NO" are one. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s.]", "")
                .replaceAll("[―–‐]", "ー");
    }

    boolean has(Sought sought) {
        return columns.containsKey(sought);
    }

    String of(Table.Row row, Sought sought) {
        var column = columns.get(sought);
        return column == null ? "" : row.cell(column);
    }

    Map<String, Hazard> hazards() {
        return hazards;
    }

    String peopleAt() {
        return peopleAt;
    }

    /** Whether a column has a place of its own in {@link Place}. */
    boolean isKnown(String column) {
        return hazards.containsKey(column) || columns.containsValue(column) && !column.equals(columns.get(Sought.KIND));
    }
}
