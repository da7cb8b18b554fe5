package noroshi.planning.network.report;

import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.planning.graph.DoubleFailures;
import noroshi.planning.network.Network;
import noroshi.planning.network.failure.Availability;
import noroshi.planning.network.failure.SingleFailure;
import noroshi.planning.network.failure.SingleFailure.What;
import noroshi.planning.network.failure.Ways;

/** The report for people. */
public final class TextReport {

    private static final int ITEMS_MAX = 12;

    private final Findings findings;
    private final Network network;
    private final Lines lines = new Lines();

    private TextReport(Findings findings) {
        this.findings = findings;
        this.network = findings.network();
    }

    public static String of(Findings findings) {
        var report = new TextReport(findings);
        report.overview();
        report.structure();
        report.ways();
        report.singles();
        report.pairs();
        new ScenarioLines(report.lines, findings).write();
        report.availability();
        new TrafficLines(report.lines, findings).write();
        new InvestmentLines(report.lines, findings).write();
        new LanLines(report.lines, findings).write();
        return report.lines.toString();
    }

    private void overview() {
        lines.heading(network.name());
        lines.line(
                "拠点 %,d　機器 %,d　回線 %,d　共有設備 %,d　通信需要 %,d　被害想定 %,d",
                network.buildings().size(),
                network.nodes().size(),
                network.links().size(),
                network.groups().size(),
                network.demands().size(),
                network.scenarios().size());
        lines.line(
                "中心: %s%s",
                IntStream.of(network.centres())
                        .mapToObj(centre -> network.nodes().get(centre).name())
                        .collect(Collectors.joining("、")),
                network.assumedCentre() >= 0 ? " (指定がないため、回線の最も多い所とした)" : "");
    }

    private void structure() {
        var weak = findings.weak();
        lines.heading("構造");
        lines.line(
                "連結成分 %d　辺連結度 %s　点連結度 %s",
                weak.components(), known(findings.linkConnectivity()), known(findings.nodeConnectivity()));
        lines.line("1本で支えている回線 (橋) %d 本、1か所で支えている機器 (切断点) %d か所", weak.bridges().length, weak.cutNodes().length);
        lines.items(
                IntStream.of(weak.bridges())
                        .mapToObj(bridge -> network.links().get(bridge).name())
                        .toList(),
                ITEMS_MAX,
                name -> "橋: " + name);
        lines.items(
                IntStream.of(weak.cutNodes())
                        .mapToObj(node -> network.nodes().get(node).name())
                        .toList(),
                ITEMS_MAX,
                name -> "切断点: " + name);
    }

    private void ways() {
        lines.heading("中心までの独立な経路 (回線を共有しない経路の数)");
        var byCount = findings.ways().stream()
                .collect(Collectors.groupingBy(each -> each.cut().size(), TreeMap::new, Collectors.toList()));
        byCount.forEach((count, offices) -> lines.item(
                "%d 本: %d 拠点 (%s)",
                count,
                offices.size(),
                Lines.names(offices.stream().map(Ways::office).toList())));
    }

    private static String known(int connectivity) {
        return connectivity < 0 ? "(大きいため省略)" : Integer.toString(connectivity);
    }

    private void singles() {
        lines.heading("一つの故障 (N−1): 中心に届かなくなる拠点");
        var cutting = findings.singles().stream()
                .filter(single -> !single.cutOff().isEmpty())
                .sorted(Comparator.comparingDouble(SingleFailure::officeHoursPerYear)
                        .thenComparingInt(single -> single.cutOff().size())
                        .reversed())
                .toList();
        if (cutting.isEmpty()) lines.line("どの回線・機器・共有設備が一つ故障しても、孤立する拠点はありません。");
        lines.items(cutting, ITEMS_MAX, single -> "%s %s → %s (年 %.1f 拠点時間)"
                .formatted(
                        kind(single.what()),
                        single.what().name(),
                        Lines.names(single.cutOff()),
                        single.officeHoursPerYear()));
    }

    static String kind(What what) {
        return switch (what) {
            case What.OneLink _ -> "回線";
            case What.OneNode _ -> "機器";
            case What.OneGroup _ -> "共有設備";
        };
    }

    private void pairs() {
        lines.heading("二つの回線の同時故障 (N−2): 片方だけでは起きない孤立");
        var pairs = findings.pairs().stream()
                .sorted(Comparator.comparingInt(DoubleFailures.Pair::cutOff).reversed())
                .toList();
        lines.line("%,d 組", pairs.size());
        lines.items(pairs, ITEMS_MAX, pair -> "%s ＋ %s → %d か所"
                .formatted(
                        network.links().get(pair.first()).name(),
                        network.links().get(pair.second()).name(),
                        pair.cutOff()));
    }

    private void availability() {
        lines.heading("平常時の信頼度: 中心に届かない時間の期待値 (独立な故障だけ)");
        var worst = findings.availability().stream()
                .sorted(Comparator.comparingDouble(Availability::hoursDownPerYear)
                        .reversed())
                .toList();
        lines.items(
                worst,
                8,
                each -> each.exact()
                        ? "%s: 稼働率 %.6f、年 %.2f 時間"
                                .formatted(each.office().name(), each.chance().estimate(), each.hoursDownPerYear())
                        : "%s: 稼働率 %.6f (95%%区間 %.6f〜%.6f、標本 %,d)"
                                .formatted(
                                        each.office().name(),
                                        each.chance().estimate(),
                                        each.chance().low(),
                                        each.chance().high(),
                                        each.chance().samples()));
    }
}
