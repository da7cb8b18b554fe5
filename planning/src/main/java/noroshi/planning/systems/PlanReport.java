package noroshi.planning.systems;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people: Japanese, short lines, what was decided first and what it rests on after it. */
public final class PlanReport {

    private static final int DEARER_MAX = 20;

    private final Portfolio portfolio;
    private final StringBuilder text = new StringBuilder();

    private PlanReport(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    public static String of(Portfolio portfolio, Outcome outcome) {
        var report = new PlanReport(portfolio);
        report.head();
        switch (outcome) {
            case Outcome.Planned planned -> report.planned(planned);
            case Outcome.Impossible impossible -> report.impossible(impossible);
            case Outcome.Undecided undecided -> report.line("判定できませんでした (undecided): %s", undecided.why());
        }
        report.dearer();
        return report.text.toString();
    }

    private void head() {
        int last = portfolio.first() + portfolio.years() - 1;
        line("情報システム最適化計画 (Systems plan): %s", portfolio.title());
        line(
                "対象 %d システム、共有資産 %d 件、%d〜%d 年度",
                portfolio.systems().size(), portfolio.assets().size(), portfolio.first(), last);
        line("現在の運用経費 (%d 年度): %s", portfolio.first(), Yen.of(portfolio.upkeepAsItIs(0)));
        for (var target : portfolio.targets())
            line(
                    "目標: %d 年度以降の運用経費を %s 以下 (%s)",
                    portfolio.first() + target.year(),
                    Yen.of(portfolio.upkeepMax(target.year())),
                    Yen.percent(Math.round(-target.cut() * 1000), 1000));
        line("");
    }

    private void planned(Outcome.Planned planned) {
        long asItIs = 0;
        for (int year = 0; year < portfolio.years(); year++) asItIs += portfolio.upkeepAsItIs(year);
        long total = planned.accounts().total();
        line("■ 結論 (Result)");
        line("%s", portfolio.targets().isEmpty() ? "すべての条件を満たす計画があります。" : "目標を達成する計画があります。");
        line("期間の総費用 %s。どの計画も %s を下回りません (下界との差 %.2f%%)。", Yen.of(total), Yen.of(planned.bound()), 100 * planned.gap());
        if (total > asItIs) line("※ 何も変えない場合 (%s) より %s 高くなります。", Yen.of(asItIs), Yen.of(total - asItIs));
        else
            line(
                    "何も変えない場合 (%s) との差: %s (%s)",
                    Yen.of(asItIs), Yen.signed(total - asItIs), Yen.percent(total - asItIs, asItIs));
        planned.withoutTarget().ifPresent(without -> {
            if (total > without) line("目標のための追加費用: %s (目標がなければ最小 %s)", Yen.of(total - without), Yen.of(without));
        });
        line("");
        path(planned.accounts());
        changes(planned.choices());
        hosts(planned);
    }

    private void path(Accounts accounts) {
        line("■ 年次経路 (Yearly path)");
        line("年度   運用経費 (現在比)            一時経費        何もしない場合   目標");
        for (int year = 0; year < portfolio.years(); year++) {
            long upkeep = accounts.upkeep().get(year);
            long most = portfolio.upkeepMax(year);
            line(
                    "%d   %s (%s)   %s   %s   %s",
                    portfolio.first() + year,
                    Yen.of(upkeep),
                    Yen.percent(upkeep - portfolio.upkeepAsItIs(0), portfolio.upkeepAsItIs(0)),
                    Yen.of(accounts.once().get(year)),
                    Yen.of(portfolio.upkeepAsItIs(year)),
                    most == Long.MAX_VALUE ? "—" : Yen.of(most) + " 達成");
        }
        line("");
    }

    private void changes(List<Choice> choices) {
        line("■ 年度ごとの移行 (Changes by year)");
        for (int year = 0; year < portfolio.years(); year++)
            for (int s = 0; s < choices.size(); s++) {
                var choice = choices.get(s);
                if (!choice.isKeep() && choice.year() == year)
                    line("%d  %s → %s", portfolio.first() + year, name(s), described(s, choice.option()));
            }
        line("現状維持: %d システム", choices.stream().filter(Choice::isKeep).count());
        line("");
    }

    private void hosts(Outcome.Planned planned) {
        if (planned.placements().isEmpty()) return;
        line("■ 仮想化基盤の割当て (Hosts)");
        for (int h = 0; h < portfolio.hosts().size(); h++) {
            var host = portfolio.hosts().get(h);
            for (int number = 0; number < planned.hosts()[h][portfolio.years() - 1]; number++) {
                int which = h;
                int one = number;
                line(
                        "%s %d号機 (%s): %s",
                        host.name(),
                        number + 1,
                        portfolio.buildings().get(host.building()).name(),
                        planned.placements().stream()
                                .filter(place -> place.host() == which && place.number() == one)
                                .map(place -> name(place.system()) + (place.copy() == 0 ? "" : "(待機系)"))
                                .collect(Collectors.joining("、")));
            }
        }
        line("");
    }

    private void impossible(Outcome.Impossible impossible) {
        line("■ 結論 (Result)");
        if (impossible.obstacles().isEmpty()) {
            line("条件 (期限・年間の上限) が互いに矛盾しており、計画は存在しません (証明済み)。");
            line("");
            return;
        }
        line("目標は達成できません (証明済み)。どのような組合せでも、次の額を下回れません。");
        for (var obstacle : impossible.obstacles()) obstacle(obstacle);
        line("");
    }

    private void obstacle(Outcome.Obstacle obstacle) {
        long base = portfolio.upkeepAsItIs(0);
        line(
                "%d 年度: 目標 %s、証明された下限 %s (現在比 %s)%s",
                portfolio.first() + obstacle.year(),
                Yen.of(obstacle.target()),
                Yen.of(obstacle.least()),
                Yen.percent(obstacle.least() - base, base),
                obstacle.reachable().isPresent()
                        ? "、到達できる額 " + Yen.of(obstacle.reachable().getAsLong())
                        : "");
        if (!obstacle.proves()) line("  この年度だけなら届きますが、ほかの目標や条件と同時には満たせません。");
        else if (obstacle.unlimited() <= obstacle.target()) line("  年間の移行費・職員の日数・件数の上限がなければ、達成できる可能性があります。");
        else line("  年間の上限をなくしても %s を下回れません。選択肢そのものを増やす必要があります。", Yen.of(obstacle.unlimited()));
    }

    private void dearer() {
        var dearer = OptionPrices.of(portfolio).stream()
                .filter(price -> price.more() > 0)
                .sorted(Comparator.comparingLong(OptionPrices.Price::more).reversed())
                .toList();
        line("■ 費用が増える選択肢 (Options that cost more): %d 件", dearer.size());
        for (var price : dearer.subList(0, Math.min(DEARER_MAX, dearer.size())))
            line(
                    "%s → %s: 単独では %s",
                    name(price.system()), described(price.system(), price.option()), Yen.signed(price.more()));
        if (dearer.size() > DEARER_MAX) line("ほか %d 件 (--json ですべて)", dearer.size() - DEARER_MAX);
    }

    private String name(int s) {
        var system = portfolio.systems().get(s);
        return system.government().isEmpty() ? system.name() : system.government() + " " + system.name();
    }

    private String described(int s, int o) {
        var option = portfolio.systems().get(s).options().get(o);
        return option.kind().japanese() + (option.into() < 0 ? "" : " (→ " + name(option.into()) + ")");
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
