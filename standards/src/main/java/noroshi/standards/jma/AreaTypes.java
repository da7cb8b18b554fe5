package noroshi.standards.jma;

/** JMA's names of area lists. */
final class AreaTypes {
    private AreaTypes() {}

    /**
     * The list that a code belongs to.
     *
     * @param codeType the attribute of Areas or Area, "" if it has none
     * @param informationType the type of the information around it, which tells prefectures, regions and groups apart
     */
    static AreaType of(String codeType, String informationType) {
        return switch (codeType) {
            case "", "気象情報／府県予報区・細分区域等" -> granularity(informationType);
            case "気象・地震・火山情報／市町村等" -> AreaType.MUNICIPALITY;
            case "地震情報／都道府県等" -> AreaType.SEISMIC_PREFECTURE;
            case "地震情報／細分区域" -> AreaType.SEISMIC_REGION;
            case "緊急地震速報／府県予報区" -> AreaType.EEW_PREFECTURE;
            case "緊急地震速報／地方予報区" -> AreaType.EEW_REGION;
            case "津波予報区" -> AreaType.TSUNAMI_AREA;
            case "沿岸地域" -> AreaType.COAST;
            case "潮位観測点" -> AreaType.TIDE_STATION;
            case "河川" -> AreaType.RIVER;
            case "指定河川洪水予報（予報区域）" -> AreaType.RIVER_SECTION;
            case "水位観測所" -> AreaType.GAUGE;
            case "高潮予報区間" -> AreaType.STORM_SURGE_SECTION;
            case "火山名" -> AreaType.VOLCANO;
            default -> AreaType.OTHER;
        };
    }

    private static AreaType granularity(String informationType) {
        if (informationType.contains("（市町村等をまとめた地域")) {
            return AreaType.FORECAST_GROUP;
        }
        if (informationType.contains("（市町村等）") || informationType.equals("土砂災害警戒情報")) {
            return AreaType.MUNICIPALITY;
        }
        if (informationType.contains("（一次細分区域")) {
            return AreaType.FORECAST_REGION;
        }
        if (informationType.contains("（府県予報区") || informationType.contains("（発表細分）")) {
            return AreaType.FORECAST_PREFECTURE;
        }
        return AreaType.OTHER;
    }
}
