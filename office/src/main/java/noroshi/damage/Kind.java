package noroshi.damage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be damaged, with the words in which people speak of its states. */
public enum Kind {
    FACILITY("公共施設", "", "利用停止", "一部利用可", "利用再開"),
    ROAD("道路", "", "全面通行止め", "通行規制", "通行可"),
    RIVER("河川・海岸", "", "被災（使用不可）", "応急復旧済み", "復旧済み"),
    PORT("港湾・漁港", "", "使用不可", "一部使用可", "使用可"),
    RAIL("鉄道", "", "運転見合わせ", "一部運転", "運転再開"),
    WATER("水道", "戸", "断水", "一部断水", "復旧"),
    POWER("電力", "戸", "停電", "一部停電", "復旧"),
    GAS("ガス", "戸", "供給停止", "一部供給停止", "復旧"),
    PHONE("電話・通信", "回線", "不通", "一部不通", "復旧"),
    SCHOOL("学校", "", "休校", "一部再開", "再開"),
    HOSPITAL("病院", "", "診療停止", "一部診療", "通常診療");

    private final String japanese;
    private final String unit;
    private final String stopped;
    private final String partial;
    private final String restored;

    Kind(String japanese, String unit, String stopped, String partial, String restored) {
        this.japanese = japanese;
        this.unit = unit;
        this.stopped = stopped;
        this.partial = partial;
        this.restored = restored;
    }

    public String japanese() {
        return japanese;
    }

    /** In what the cut-off are counted; "": in nothing. */
    public String unit() {
        return unit;
    }

    public boolean isCounted() {
        return !unit.isEmpty();
    }

    /** For addresses: road, water … */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** 断水, 通行規制 … */
    public String says(State state) {
        return switch (state) {
            case CHECKING -> "確認中";
            case STOPPED -> stopped;
            case PARTIAL -> partial;
            case RESTORED -> restored;
        };
    }
}
