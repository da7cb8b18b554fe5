package noroshi.standards.jma;

import java.util.List;

/**
 * Where flooding is to be expected.
 *
 * @param kind 1 浸水想定地区, 2 浸水想定地区（氾濫発生情報）
 * @param gauge the gauge that it hangs on
 * @param prefecture name
 * @param municipality with its 7-digit code
 * @param districts names of districts; empty if the whole municipality or none is named
 */
public record FloodedArea(Kind kind, Area gauge, String prefecture, Area municipality, List<String> districts) {
    public FloodedArea {
        districts = List.copyOf(districts);
    }
}
