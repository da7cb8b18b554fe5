package noroshi.planning.network.report;

import java.util.stream.Collectors;
import noroshi.planning.network.Demand;
import noroshi.planning.network.traffic.Saturation;

/** How far traffic can grow. */
record TrafficLines(Lines lines, Findings findings) {

    void write() {
        if (findings.saturation().isEmpty()) return;
        var normal = findings.saturation().getFirst();
        lines.heading("通信量の余裕 (飽和倍率): すべての需要が何倍まで収まるか");
        lines.line("平常時: %s", factor(normal));
        lines.line("その時に混む回線 (使用率 行き/帰り、括弧内は今の需要):");
        lines.items(normal.fullest(), 8, use -> "%s　%.0f%% / %.0f%% (%.0f%% / %.0f%%)"
                .formatted(
                        use.link().name(),
                        100 * use.there(),
                        100 * use.back(),
                        100 * use.there() / normal.factor(),
                        100 * use.back() / normal.factor()));
        lines.line("故障時 (種別ごとに守る割合で。厳しい順):");
        lines.items(
                findings.underFailure(), 10, each -> "%s: %s%s".formatted(each.name(), factor(each), without(each)));
        int failures = findings.singles().size();
        if (findings.underFailure().size() < failures)
            lines.line(
                    "時間切れのため、%d 件中 %d 件だけ調べました。",
                    failures, findings.underFailure().size());
    }

    private static String factor(Saturation saturation) {
        if (Double.isInfinite(saturation.factor())) return "需要なし";
        return "%.3f 倍 (上界 %.3f、差 %.2f%%)%s"
                .formatted(
                        saturation.factor(),
                        saturation.bound(),
                        100 * (saturation.bound() - saturation.factor()) / saturation.bound(),
                        saturation.bound() < 1 ? " 今の需要が収まりません" : "");
    }

    private static String without(Saturation saturation) {
        if (saturation.without().isEmpty()) return "";
        return "　経路なし: "
                + saturation.without().stream()
                        .map(Demand::from)
                        .distinct()
                        .map(node -> node.name())
                        .limit(5)
                        .collect(Collectors.joining("、"));
    }
}
