package noroshi.standards.jma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One warning for one area.
 *
 * @param kind e.g. 33 大雨特別警報 with its condition (土砂災害、浸水害), 49 レベル４土砂災害危険警報; code 0 and なし if there is none
 * @param change what this telegram does to it
 * @param status JMA's word for it, e.g. 発表, 継続, 特別警報から注意報
 * @param last the kind before, in the 2026 scheme; null if not said
 * @param severity from our table, by scheme and code
 * @param alertLevel 警戒レベル（相当） 1 to 5 from our table; 0 if the kind has none (暴風, 雷 …)
 * @param notes 付加事項 and 注意警戒事項 for readers, e.g. 突風, 土砂災害警戒
 */
public record Warning(
        Kind kind,
        WarningChange change,
        String status,
        @Nullable Kind last,
        Severity severity,
        int alertLevel,
        List<String> notes) {
    public Warning {
        notes = List.copyOf(notes);
    }

    /** True unless lifted or never there. */
    public boolean isInForce() {
        return change.inForce();
    }
}
