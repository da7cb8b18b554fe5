package noroshi.planning.network.report;

import java.util.stream.Collectors;
import noroshi.planning.network.lan.Flow;
import noroshi.planning.network.lan.Lan;
import noroshi.planning.network.lan.Segment;
import noroshi.planning.network.lan.Separation.Finding;

/** The layers, and the order of renewal. */
record LanLines(Lines lines, Findings findings) {

    void write() {
        if (findings.network().lan().model() != Lan.Model.NONE) {
            lines.heading("庁内LANの三層分離 (%s)".formatted(model()));
            for (var finding : findings.separation()) lines.item("%s", text(finding));
        }
        if (findings.network().lan().renewal().items().isEmpty()) return;
        var plan = findings.renewal();
        lines.heading("庁内LANの更新順序");
        lines.line(
                "%d 件を %d 件の作業枠に。重み付き待ち %.1f%s",
                plan.placed().size(),
                findings.network().lan().renewal().windows().size(),
                plan.lateness(),
                plan.proven() ? " (最適と証明)" : " (打ち切り。より良い順序がありうる)");
        plan.placed()
                .forEach((item, window) -> lines.item(
                        "%s: %s (%s、停止 %d 分)",
                        window.name(), item.name(), Lines.yen(item.yen()), item.outageMinutes()));
        for (var item : plan.unplaced()) lines.item("入らない: %s (予算・作業枠・順序のどれかが足りません)", item.name());
        plan.yenByYear().forEach((year, yen) -> lines.line("%d年度 %s", year, Lines.yen(yen)));
    }

    private String model() {
        return switch (findings.network().lan().model()) {
            case NONE -> "";
            case ALPHA -> "αモデル";
            case BETA -> "βモデル";
            case BETA_PRIME -> "β′モデル";
        };
    }

    private static String text(Finding finding) {
        var rule = finding.rule().id() + " " + finding.rule().japanese();
        return switch (finding) {
            case Finding.Proven proven ->
                "○ %s　証明: 守りのない通信で届くのは {%s} だけ"
                        .formatted(
                                rule,
                                proven.closed().stream().map(Segment::name).collect(Collectors.joining("、")));
            case Finding.Broken broken ->
                "× %s　反例: %s"
                        .formatted(
                                rule,
                                broken.path().isEmpty()
                                        ? broken.at().name()
                                        : broken.path().getFirst().from().name()
                                                + broken.path().stream()
                                                        .map(LanLines::hop)
                                                        .collect(Collectors.joining()));
        };
    }

    private static String hop(Flow flow) {
        return " →(%s) %s".formatted(flow.service(), flow.to().name());
    }
}
