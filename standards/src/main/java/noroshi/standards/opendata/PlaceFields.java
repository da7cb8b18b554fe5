package noroshi.standards.opendata;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.standards.opendata.Heading.Sought;
import noroshi.standards.opendata.Reading.Kind;
import org.jspecify.annotations.Nullable;

/** One row's values, understood. */
final class PlaceFields {

    private static final Set<String> YES = Set.of("1", "1.0", "○", "◯", "●", "有", "可", "あり");
    private static final Set<String> NO = Set.of("", "0", "0.0", "-", "－", "―", "ー", "×", "無", "不可", "なし");
    private static final Pattern CAPACITY = Pattern.compile("([0-9]{1,6})人?(.*)");
    private static final Pattern PHONE = Pattern.compile("[0-9()+\\-. ]{6,30}");
    private static final Pattern STANDARD_ID = Pattern.compile("[A-Z]{2}[0-9]{10}");
    private static final Pattern TOWN_OF_ADDRESS = Pattern.compile(
            "^(?:[^0-9]{2,3}?[都道府県])?(?:[^0-9]{1,5}?郡)?(?:[^0-9市町村]{1,6}?[市町村])?(?:[^0-9区]{1,4}区)?(.{0,20}?)(?:[0-9].*)?$");
    private static final int MUNICIPALITY_CHARACTERS = 6;
    private static final int DISTRICT_CHARACTERS_MAX = 20;

    private final Heading heading;
    private final Kind kind;
    private final Table.Row row;
    private final List<String> remarks = new ArrayList<>();

    PlaceFields(Heading heading, Kind kind, Table.Row row) {
        this.heading = heading;
        this.kind = kind;
        this.row = row;
    }

    /** A hydrant has no name, but a kind and a number. */
    String name() {
        var name = of(Sought.NAME).replaceAll("\\s+", " ");
        if (!name.isEmpty() || heading.has(Sought.NAME)) return name;
        return (of(Sought.KIND) + " " + number()).strip();
    }

    Place place() {
        var address = address();
        var position = PositionReader.read(of(Sought.LATITUDE), of(Sought.LONGITUDE), remarks::add);
        var hazards = hazards();
        var capacity = CAPACITY.matcher(narrow(of(Sought.CAPACITY)).replace(",", ""));
        boolean counted = capacity.matches();
        return new Place(
                row.line(),
                key(address),
                name(),
                of(Sought.KANA),
                municipality(),
                address,
                of(Sought.BUILDING),
                district(address),
                position,
                of(Sought.ALTITUDE),
                phone(),
                designation(),
                hazards,
                counted ? Integer.parseInt(capacity.group(1)) : -1,
                counted && capacity.group(2).isEmpty() ? "" : of(Sought.CAPACITY),
                of(Sought.AUDIENCE),
                url(),
                of(Sought.NOTE),
                count(),
                further(),
                remarks);
    }

    private String of(Sought sought) {
        return heading.of(row, sought);
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private String number() {
        return of(Sought.ID).isEmpty() ? of(Sought.NUMBER) : of(Sought.ID);
    }

    private Place.Key key(String address) {
        if (!of(Sought.COMMON_ID).isEmpty()) return new Place.Key("gsi", narrow(of(Sought.COMMON_ID)));
        var number = narrow(number());
        if (STANDARD_ID.matcher(number).matches()) return new Place.Key("id", number);
        if (!number.isEmpty()) return new Place.Key(numbering(), number);
        remarks.add("番号（ID）がありません。名称と住所で見分けるため、名称を直すと別の行とみなします。");
        return new Place.Key("name", narrow(name() + "|" + address).replaceAll("\\s", ""));
    }

    /** Lists number their rows from 1: which list it is belongs to the number. */
    private String numbering() {
        if (kind == Kind.FACILITIES) return "no";
        return designation() == Designation.SHELTER ? "no-shelter" : "no-emergency";
    }

    private Designation designation() {
        if (kind == Kind.FACILITIES) return Designation.NONE;
        if (heading.hazards().isEmpty()) return Designation.SHELTER;
        return YES.contains(narrow(of(Sought.ALSO_SHELTER))) ? Designation.BOTH : Designation.EMERGENCY_PLACE;
    }

    private String municipality() {
        var code = narrow(of(Sought.CODE));
        return code.matches("[0-9]{%d}".formatted(MUNICIPALITY_CHARACTERS)) ? code : "";
    }

    private String address() {
        var address = of(Sought.ADDRESS);
        if (!address.isEmpty()) return address;
        return of(Sought.PREFECTURE) + of(Sought.CITY) + of(Sought.TOWN) + of(Sought.STREET);
    }

    private String district(String address) {
        var district = of(Sought.DISTRICT);
        if (district.isEmpty()) district = of(Sought.TOWN);
        if (district.isEmpty()) {
            var matcher = TOWN_OF_ADDRESS.matcher(narrow(address));
            district = matcher.matches() ? matcher.group(1) : "";
        }
        district = narrow(district)
                .replaceAll("[0-9一二三四五六七八九十]+丁目.*$", "")
                .replaceAll("(地内|字)$", "")
                .strip();
        return district.length() > DISTRICT_CHARACTERS_MAX ? district.substring(0, DISTRICT_CHARACTERS_MAX) : district;
    }

    private String phone() {
        var phone = narrow(of(Sought.PHONE)).strip();
        if (NO.contains(of(Sought.PHONE)) || NO.contains(phone)) return "";
        if (PHONE.matcher(phone).matches()) return phone;
        // More than one number, or words: kept as written, people can read it.
        return phone.length() <= 60 ? phone : "";
    }

    private String url() {
        return WebAddress.of(of(Sought.URL));
    }

    private Set<Hazard> hazards() {
        var hazards = EnumSet.noneOf(Hazard.class);
        heading.hazards().forEach((column, hazard) -> {
            var value = narrow(row.cell(column));
            if (YES.contains(value)) hazards.add(hazard);
            else if (!NO.contains(value)) remarks.add("「%s」の値「%s」の意味が分かりません。対象外として取り込みます。".formatted(column, value));
        });
        return hazards;
    }

    private Place.@Nullable Count count() {
        var people = narrow(of(Sought.PEOPLE)).replace(",", "").replaceAll("(\\.0|人)$", "");
        if (!people.matches("[0-9]{1,6}")) return null;
        var moment = of(Sought.AS_OF).isEmpty() ? heading.peopleAt() : of(Sought.AS_OF);
        return new Place.Count(Integer.parseInt(people), JapaneseMoment.read(moment));
    }

    private Map<String, String> further() {
        var further = new HashMap<String, String>();
        row.cells().forEach((column, value) -> {
            if (!heading.isKnown(column)) further.put(column, value);
        });
        return further;
    }
}
