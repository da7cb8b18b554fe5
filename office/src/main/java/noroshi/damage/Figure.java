package noroshi.damage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields of 消防庁's 第4号様式（その2）被害状況即報, in the form's order. Whole numbers in the unit named. */
public enum Figure {
    DEAD(Group.HUMAN, "死者", "人"),
    DEAD_RELATED(Group.HUMAN, "うち災害関連死者", "人"),
    MISSING(Group.HUMAN, "行方不明者", "人"),
    INJURED_SERIOUSLY(Group.HUMAN, "重傷", "人"),
    INJURED_SLIGHTLY(Group.HUMAN, "軽傷", "人"),
    DESTROYED_HOUSES(Group.DWELLINGS, "全壊", "棟"),
    DESTROYED_HOUSEHOLDS(Group.DWELLINGS, "全壊", "世帯"),
    DESTROYED_PEOPLE(Group.DWELLINGS, "全壊", "人"),
    HALF_HOUSES(Group.DWELLINGS, "半壊", "棟"),
    HALF_HOUSEHOLDS(Group.DWELLINGS, "半壊", "世帯"),
    HALF_PEOPLE(Group.DWELLINGS, "半壊", "人"),
    PARTLY_HOUSES(Group.DWELLINGS, "一部破損", "棟"),
    PARTLY_HOUSEHOLDS(Group.DWELLINGS, "一部破損", "世帯"),
    PARTLY_PEOPLE(Group.DWELLINGS, "一部破損", "人"),
    ABOVE_FLOOR_HOUSES(Group.DWELLINGS, "床上浸水", "棟"),
    ABOVE_FLOOR_HOUSEHOLDS(Group.DWELLINGS, "床上浸水", "世帯"),
    ABOVE_FLOOR_PEOPLE(Group.DWELLINGS, "床上浸水", "人"),
    BELOW_FLOOR_HOUSES(Group.DWELLINGS, "床下浸水", "棟"),
    BELOW_FLOOR_HOUSEHOLDS(Group.DWELLINGS, "床下浸水", "世帯"),
    BELOW_FLOOR_PEOPLE(Group.DWELLINGS, "床下浸水", "人"),
    PUBLIC_BUILDINGS(Group.OTHER_BUILDINGS, "公共建物", "棟"),
    OTHER_BUILDINGS(Group.OTHER_BUILDINGS, "その他", "棟"),
    PADDIES_LOST(Group.OTHERS, "田 流失・埋没", "ha"),
    PADDIES_FLOODED(Group.OTHERS, "田 冠水", "ha"),
    FIELDS_LOST(Group.OTHERS, "畑 流失・埋没", "ha"),
    FIELDS_FLOODED(Group.OTHERS, "畑 冠水", "ha"),
    SCHOOLS(Group.OTHERS, "学校", "箇所"),
    HOSPITALS(Group.OTHERS, "病院", "箇所"),
    ROADS(Group.OTHERS, "道路", "箇所"),
    BRIDGES(Group.OTHERS, "橋りょう", "箇所"),
    RIVERS(Group.OTHERS, "河川", "箇所"),
    PORTS(Group.OTHERS, "港湾", "箇所"),
    SABO(Group.OTHERS, "砂防", "箇所"),
    WASTE_PLANTS(Group.OTHERS, "清掃施設", "箇所"),
    CLIFFS(Group.OTHERS, "崖くずれ", "箇所"),
    RAILWAYS_CUT(Group.OTHERS, "鉄道不通", "箇所"),
    SHIPS(Group.OTHERS, "被害船舶", "隻"),
    WATER(Group.OTHERS, "水道", "戸"),
    PHONES(Group.OTHERS, "電話", "回線"),
    POWER(Group.OTHERS, "電気", "戸"),
    GAS(Group.OTHERS, "ガス", "戸"),
    WALLS(Group.OTHERS, "ブロック塀等", "箇所"),
    STRICKEN_HOUSEHOLDS(Group.STRICKEN, "り災世帯数", "世帯"),
    STRICKEN_PEOPLE(Group.STRICKEN, "り災者数", "人"),
    FIRES_BUILDINGS(Group.FIRES, "建物", "件"),
    FIRES_HAZARDOUS(Group.FIRES, "危険物", "件"),
    FIRES_OTHER(Group.FIRES, "その他", "件"),
    COST_SCHOOLS(Group.COSTS, "公立文教施設", "千円"),
    COST_FARM_WORKS(Group.COSTS, "農林水産業施設", "千円"),
    COST_PUBLIC_WORKS(Group.COSTS, "公共土木施設", "千円"),
    COST_OTHER_PUBLIC(Group.COSTS, "その他の公共施設", "千円"),
    COST_PUBLIC(Group.COSTS, "小計", "千円"),
    COST_CROPS(Group.COSTS, "農業被害", "千円"),
    COST_FOREST(Group.COSTS, "林業被害", "千円"),
    COST_LIVESTOCK(Group.COSTS, "畜産被害", "千円"),
    COST_FISHERY(Group.COSTS, "水産被害", "千円"),
    COST_COMMERCE(Group.COSTS, "商工被害", "千円"),
    COST_OTHER(Group.COSTS, "その他", "千円"),
    COST(Group.COSTS, "被害総額", "千円");

    /** The form's blocks. */
    public enum Group {
        HUMAN("人的被害"),
        DWELLINGS("住家被害"),
        OTHER_BUILDINGS("非住家被害"),
        OTHERS("その他"),
        STRICKEN("り災"),
        FIRES("火災発生"),
        COSTS("被害額");

        private final String japanese;

        Group(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        public List<Figure> figures() {
            return Arrays.stream(Figure.values())
                    .filter(one -> one.group == this)
                    .toList();
        }
    }

    private final Group group;
    private final String japanese;
    private final String unit;

    Figure(Group group, String japanese, String unit) {
        this.group = group;
        this.japanese = japanese;
        this.unit = unit;
    }

    public Group group() {
        return group;
    }

    public String unit() {
        return unit;
    }

    /** 全壊（棟） */
    public String japanese() {
        return "%s（%s）".formatted(japanese, unit);
    }

    /** 住家被害 全壊（棟）: clear without its block. */
    public String whole() {
        return group.japanese() + " " + japanese();
    }

    /** For forms and files: dead_related … */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Figure> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
