package noroshi.standards.jma;

/** The list that an area's code belongs to. */
public enum AreaType {
    /** 府県予報区等, 6 digits, e.g. 040000 宮城県. */
    FORECAST_PREFECTURE,
    /** 一次細分区域等, 6 digits, e.g. 040010 東部. */
    FORECAST_REGION,
    /** 市町村等をまとめた地域等, 6 digits, e.g. 040012 石巻地域. */
    FORECAST_GROUP,
    /** 市町村等, 7 digits, e.g. 0420200 石巻市; a part of one, e.g. 0410001 仙台市東部; or a ward. */
    MUNICIPALITY,
    /** 地震情報／都道府県等, 2 digits, e.g. 04 宮城県. */
    SEISMIC_PREFECTURE,
    /** 地震情報／細分区域, 3 digits, e.g. 220 宮城県北部. */
    SEISMIC_REGION,
    /** 震度観測点, 7 digits. */
    SEISMIC_STATION,
    /** 緊急地震速報／府県予報区, e.g. 9040 宮城. */
    EEW_PREFECTURE,
    /** 緊急地震速報／地方予報区, e.g. 9920 東北. */
    EEW_REGION,
    /** 津波予報区, 3 digits, e.g. 220 宮城県. */
    TSUNAMI_AREA,
    /** 沿岸地域 of an offshore estimate: same codes as 津波予報区. */
    COAST,
    /** 潮位観測点 or an offshore gauge, 5 digits. */
    TIDE_STATION,
    /** 河川. */
    RIVER,
    /** 指定河川洪水予報（予報区域）, 12 digits. */
    RIVER_SECTION,
    /** 水位観測所. */
    GAUGE,
    /** 高潮予報区間. */
    STORM_SURGE_SECTION,
    /** 火山名, 3 digits, e.g. 212 蔵王山. */
    VOLCANO,
    /** A list that we do not interpret. */
    OTHER
}
