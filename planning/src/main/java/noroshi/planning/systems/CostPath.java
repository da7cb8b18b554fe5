package noroshi.planning.systems;

import java.util.ArrayList;
import noroshi.planning.report.Svg;

/** The picture of the way to the target: bars of what each year costs, the line of doing nothing, the line of the target. */
public final class CostPath {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 440;
    private static final int LEFT = 110;
    private static final int TOP = 60;
    private static final int BOTTOM = 360;
    private static final int RIGHT = 830;
    private static final String UPKEEP = "#0055ad";
    private static final String ONCE = "#f4a261";
    private static final String AS_IT_IS = "#555555";
    private static final String TARGET = "#c40000";

    private final Portfolio portfolio;
    private final Accounts accounts;
    private final double highest;
    private final Svg svg;

    private CostPath(Portfolio portfolio, Accounts accounts) {
        this.portfolio = portfolio;
        this.accounts = accounts;
        long most = 1;
        for (int year = 0; year < portfolio.years(); year++) {
            most = Math.max(most, portfolio.upkeepAsItIs(year));
            most = Math.max(most, accounts.upkeep().get(year) + accounts.once().get(year));
        }
        highest = most * 1.05;
        svg = new Svg(
                WIDTH,
                HEIGHT,
                "費用の経路: " + portfolio.title(),
                "年度ごとの運用経費と一時経費。何もしない場合の線と、目標の線。期間の総費用は" + Yen.of(accounts.total()) + "。");
    }

    public static String of(Portfolio portfolio, Accounts accounts) {
        return new CostPath(portfolio, accounts).draw();
    }

    private String draw() {
        svg.text(LEFT, 30, "start", 16, "#1a1a1a", "費用の経路 " + portfolio.title());
        scale();
        for (int year = 0; year < portfolio.years(); year++) bar(year);
        lines();
        legend();
        return svg.toString();
    }

    private void scale() {
        for (int i = 0; i <= 4; i++) {
            long yen = Math.round(highest * i / 4);
            svg.line(LEFT, y(yen), RIGHT, y(yen), "#d9d9d9", 1);
            svg.text(LEFT - 8, y(yen) + 4, "end", 12, "#333333", Yen.of(yen));
        }
    }

    private void bar(int year) {
        long upkeep = accounts.upkeep().get(year);
        long once = accounts.once().get(year);
        double width = step() * 0.6;
        double x = x(year) - width / 2;
        svg.rect(x, y(upkeep), width, BOTTOM - y(upkeep), UPKEEP);
        svg.rect(x, y(upkeep + once), width, y(upkeep) - y(upkeep + once), ONCE);
        svg.text(x(year), BOTTOM + 18, "middle", 12, "#1a1a1a", portfolio.first() + year + "年度");
        svg.text(
                x(year),
                BOTTOM + 34,
                "middle",
                12,
                "#333333",
                Yen.percent(upkeep - portfolio.upkeepAsItIs(0), portfolio.upkeepAsItIs(0)));
    }

    private void lines() {
        var asItIs = new ArrayList<double[]>();
        for (int year = 0; year < portfolio.years(); year++)
            asItIs.add(new double[] {x(year), y(portfolio.upkeepAsItIs(year))});
        svg.polyline(asItIs, AS_IT_IS, 2, "6 4");
        for (int year = 0; year < portfolio.years(); year++) {
            long most = portfolio.upkeepMax(year);
            if (most < Long.MAX_VALUE)
                svg.line(x(year) - step() / 2, y(most), x(year) + step() / 2, y(most), TARGET, 3);
        }
    }

    private void legend() {
        int y = HEIGHT - 18;
        svg.rect(LEFT, y - 10, 14, 12, UPKEEP).text(LEFT + 20, y, "start", 12, "#1a1a1a", "運用経費");
        svg.rect(LEFT + 110, y - 10, 14, 12, ONCE).text(LEFT + 130, y, "start", 12, "#1a1a1a", "一時経費");
        svg.line(LEFT + 220, y - 4, LEFT + 250, y - 4, AS_IT_IS, 2)
                .text(LEFT + 256, y, "start", 12, "#1a1a1a", "何もしない場合 (点線)");
        svg.line(LEFT + 420, y - 4, LEFT + 450, y - 4, TARGET, 3).text(LEFT + 456, y, "start", 12, "#1a1a1a", "目標");
    }

    private double step() {
        return (double) (RIGHT - LEFT) / portfolio.years();
    }

    private double x(int year) {
        return LEFT + step() * (year + 0.5);
    }

    private double y(double yen) {
        return BOTTOM - (BOTTOM - TOP) * yen / highest;
    }
}
