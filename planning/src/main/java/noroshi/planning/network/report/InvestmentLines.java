package noroshi.planning.network.report;

import noroshi.planning.network.Candidate;
import noroshi.planning.network.invest.Investments.Gain;

/** What to build next. */
record InvestmentLines(Lines lines, Findings findings) {

    void write() {
        var investments = findings.investments();
        var rings = findings.rings();
        lines.heading("次の投資");
        lines.line("今の期待値: 年 %.1f 拠点時間 (単独故障の頻度×時間×拠点数 ＋ 被害想定の頻度×拠点時間)", investments.hoursPerYear());
        if (!findings.network().candidates().isEmpty()) {
            lines.line("候補 (10年の費用100万円あたりの効果の順):");
            lines.items(investments.ranked(), 12, InvestmentLines::gain);
            int candidates = findings.network().candidates().size();
            if (investments.ranked().size() < candidates)
                lines.line(
                        "時間切れのため、%d 件中 %d 件だけ調べました。",
                        candidates, investments.ranked().size());
            lines.line(
                    "予算%sで順に選ぶと: %d 本、%s、年 %.1f 拠点時間の減",
                    findings.network().budgetYen() > 0
                            ? " " + Lines.yen(findings.network().budgetYen())
                            : "の定めなし",
                    investments.sequence().size(),
                    Lines.yen(investments.yen()),
                    investments.saved());
            lines.items(investments.sequence(), 20, InvestmentLines::gain);
        }
        lines.line("橋をなくす最少の本数 (どこにでも引けるとして): %d 本", rings.fewest().size());
        lines.items(rings.fewest(), 12, pair -> pair.a().name() + "―" + pair.b().name());
        if (rings.cheapest().isEmpty()) return;
        lines.line(
                "候補から橋をなくす最も安い選び方: %d 本、%s (下界 %s)%s",
                rings.cheapest().size(),
                Lines.yen(rings.yen()),
                Lines.yen(rings.bound()),
                rings.left().isEmpty()
                        ? ""
                        : "、候補ではなくせない橋 %d 本".formatted(rings.left().size()));
        lines.items(rings.cheapest(), 20, InvestmentLines::candidate);
    }

    private static String gain(Gain gain) {
        return "%s: 年 %.2f 拠点時間の減、%.3f / 100万円"
                .formatted(candidate(gain.candidate()), gain.savedPerYear(), gain.savedPerMillionYen());
    }

    private static String candidate(Candidate candidate) {
        return "%s (%s)".formatted(candidate.link().name(), Lines.yen(candidate.yen()));
    }
}
