package noroshi.standards.jma;

import java.util.List;

/**
 * VXKOii 指定河川洪水予報.
 *
 * @param section the forecast section (予報区域), e.g. 北上川下流
 * @param rivers the rivers it speaks of
 * @param prefectures 府県予報区等 concerned
 * @param kind e.g. 30 氾濫警戒情報, its condition e.g. 洪水警報（発表）
 * @param alertLevel 警戒レベル相当, 0 if lifted
 * @param messages the main text, by river and gauge
 * @param floodedAreas municipalities and districts where flooding is to be expected (浸水想定地区)
 * @param texts other texts for readers: notices, rain, flood water
 */
public record RiverFlood(
        Area section,
        List<Area> rivers,
        List<Area> prefectures,
        Kind kind,
        Severity severity,
        int alertLevel,
        List<FloodMessage> messages,
        List<FloodedArea> floodedAreas,
        List<String> texts)
        implements Body {
    public RiverFlood {
        rivers = List.copyOf(rivers);
        prefectures = List.copyOf(prefectures);
        messages = List.copyOf(messages);
        floodedAreas = List.copyOf(floodedAreas);
        texts = List.copyOf(texts);
    }
}
