package noroshi.desk;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.shelters.Master;
import noroshi.standards.opendata.Designation;
import noroshi.standards.opendata.Hazard;
import noroshi.standards.opendata.Position;
import noroshi.standards.opendata.WebAddress;
import org.jspecify.annotations.Nullable;

/** A place's master data as a form's fields. */
public final class ShelterForm {

    /** One-line fields with their labels, in the order of the form. */
    public static final Map<String, String> LINES = lines();

    private ShelterForm() {}

    private static Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        for (var pair : List.of(
                "name=名称",
                "kana=名称（カナ）",
                "address=住所",
                "building=建物名など",
                "district=地区",
                "latitude=緯度（度）",
                "longitude=経度（度）",
                "phone=電話番号",
                "capacity=想定収容人数（人）",
                "audience=対象となる町会・自治会",
                "url=くわしい案内（URL）",
                "note=備考")) {
            int at = pair.indexOf('=');
            lines.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return java.util.Collections.unmodifiableMap(lines);
    }

    static Map<String, String> of(Master master) {
        var typed = new HashMap<String, String>();
        typed.put("name", master.name());
        typed.put("kana", master.kana());
        typed.put("address", master.address());
        typed.put("building", master.building());
        typed.put("district", master.district());
        var position = master.position();
        typed.put("latitude", position == null ? "" : position.latitude().toPlainString());
        typed.put("longitude", position == null ? "" : position.longitude().toPlainString());
        typed.put("phone", master.phone());
        typed.put("capacity", master.capacity() < 0 ? "" : String.valueOf(master.capacity()));
        typed.put("audience", master.audience());
        typed.put("url", master.url());
        typed.put("note", master.note());
        typed.put("designation", master.designation().name());
        for (var hazard : master.hazards()) typed.put("hazard-" + hazard.name(), "on");
        return typed;
    }

    static Map<String, String> typed(Fields fields) {
        var typed = new HashMap<String, String>();
        for (var name : LINES.keySet()) typed.put(name, fields.text(name).strip());
        typed.put("designation", fields.text("designation"));
        for (var hazard : Hazard.values())
            if (!fields.text("hazard-" + hazard.name()).isEmpty()) typed.put("hazard-" + hazard.name(), "on");
        return typed;
    }

    /** @param before what the form does not show stays; null: a new shelter */
    static Master master(Map<String, String> typed, @Nullable Master before) {
        var hazards = EnumSet.noneOf(Hazard.class);
        for (var hazard : Hazard.values()) if (typed.containsKey("hazard-" + hazard.name())) hazards.add(hazard);
        var url = text(typed, "url");
        if (!url.isEmpty() && WebAddress.of(url).isEmpty()) throw new IllegalArgumentException(url);
        int capacity = text(typed, "capacity").isEmpty() ? -1 : Integer.parseInt(text(typed, "capacity"));
        return new Master(
                before == null ? Master.SHELTER : before.kind(),
                text(typed, "name"),
                text(typed, "kana"),
                before == null ? "" : before.municipality(),
                text(typed, "address"),
                text(typed, "building"),
                text(typed, "district"),
                position(text(typed, "latitude"), text(typed, "longitude")),
                before == null ? "" : before.altitude(),
                text(typed, "phone"),
                Designation.valueOf(typed.getOrDefault("designation", "NONE")),
                hazards,
                capacity,
                before == null || before.capacity() != capacity ? "" : before.capacityText(),
                text(typed, "audience"),
                url,
                text(typed, "note"),
                before == null ? Map.of() : before.further());
    }

    private static String text(Map<String, String> typed, String name) {
        var text = typed.getOrDefault(name, "");
        if (text.length() > 1000) throw new IllegalArgumentException(name);
        return text;
    }

    private static @Nullable Position position(String latitude, String longitude) {
        if (latitude.isEmpty() && longitude.isEmpty()) return null;
        return new Position(new BigDecimal(latitude), new BigDecimal(longitude));
    }
}
