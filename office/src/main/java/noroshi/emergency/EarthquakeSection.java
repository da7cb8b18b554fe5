package noroshi.emergency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import noroshi.standards.jma.AreaType;
import noroshi.standards.jma.Earthquake;
import noroshi.standards.jma.Quake;

/** Source, intensities by municipality, JMA's comments. */
final class EarthquakeSection {

    private EarthquakeSection() {}

    static void write(MarkdownText text, EventState state, Jurisdiction jurisdiction) {
        var felt = state.findBody(Earthquake.class, "VXSE53", "VXSE51");
        felt.ifPresent(earthquake -> intensities(text, earthquake, jurisdiction));
        var quake = EventTitle.quakeOf(state);
        if (quake != null) source(text, quake);
        state.findBody(Earthquake.class, "VXSE53", "VXSE52", "VXSE51").ifPresent(earthquake -> {
            // Once a tsunami telegram speaks for itself, what the earthquake's said of warnings may have passed.
            if (state.find("VTSE41").isEmpty())
                text.paragraph(earthquake.comments().forecast());
            text.paragraph(earthquake.comments().freeForm());
        });
    }

    private static void intensities(MarkdownText text, Earthquake earthquake, Jurisdiction jurisdiction) {
        var byIntensity = new LinkedHashMap<String, List<String>>();
        boolean regions = false;
        for (var seen : jurisdiction.felt(earthquake)) {
            regions |= seen.area().type() == AreaType.SEISMIC_REGION;
            byIntensity
                    .computeIfAbsent(seen.label(), l -> new ArrayList<>())
                    .add(seen.area().name());
        }
        text.heading(regions ? "県内各地域の震度" : "県内市町村の震度");
        if (byIntensity.isEmpty()) {
            text.paragraph("県内で震度１以上は観測されていません。");
            return;
        }
        var rows = byIntensity.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), String.join("、", entry.getValue())))
                .toList();
        text.table(List.of("震度", regions ? "地域" : "市町村"), rows);
    }

    private static void source(MarkdownText text, Quake quake) {
        text.heading("震源の情報");
        var rows = new ArrayList<List<String>>();
        var time = quake.originTime() != null ? quake.originTime() : quake.arrivalTime();
        if (time != null) rows.add(List.of("発生時刻", Moments.full(time) + "ごろ"));
        var hypocentre = quake.hypocentre();
        if (hypocentre != null) {
            rows.add(List.of("震央地名", join(hypocentre.name(), hypocentre.detailedName(), hypocentre.nameFromMark())));
            var coordinate = hypocentre.coordinate();
            if (coordinate != null) rows.add(List.of("位置", coordinate.text()));
            rows.add(List.of("深さ", hypocentre.depthLabel().replaceFirst("^深さ[ 　]*", "")));
        }
        rows.add(List.of("規模", quake.magnitude().text()));
        text.table(List.of("項目", "内容"), rows);
    }

    private static String join(String name, String detailed, String fromMark) {
        var more = detailed.isEmpty() ? fromMark : detailed;
        return more.isEmpty() ? name : name + "（" + more + "）";
    }
}
