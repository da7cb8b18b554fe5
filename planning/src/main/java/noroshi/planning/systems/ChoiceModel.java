package noroshi.planning.systems;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * The choices as a model of whole numbers: one yes-or-no per system, option and year; one per asset and year; a count per host and
 * year. The sums of a year are built once and used for the goal, the target and the limits alike.
 */
final class ChoiceModel {

    static {
        Loader.loadNativeLibraries();
    }

    /** @param taken yes if the system makes this choice */
    record Column(int system, Choice choice, BoolVar taken) {}

    private final Portfolio portfolio;
    private final CpModel model = new CpModel();
    private final List<List<Column>> columns = new ArrayList<>();
    private final IntVar[][] hosts;
    private final LinearExprBuilder[] upkeep;
    private final LinearExprBuilder[] once;

    ChoiceModel(Portfolio portfolio, double room) {
        this.portfolio = portfolio;
        upkeep = sums();
        once = sums();
        for (int s = 0; s < portfolio.systems().size(); s++) columns.add(columns(s));
        mergers();
        new AssetModel(portfolio, model, columns, upkeep, once).add();
        hosts = new HostModel(portfolio, model, columns, upkeep, once).add(room);
        limits();
    }

    private LinearExprBuilder[] sums() {
        var sums = new LinearExprBuilder[portfolio.years()];
        for (int year = 0; year < sums.length; year++) sums[year] = LinearExpr.newBuilder();
        return sums;
    }

    private List<Column> columns(int s) {
        var system = portfolio.systems().get(s);
        var list = new ArrayList<Column>();
        if (system.keptTill() >= portfolio.years() - 1) list.add(column(s, Choice.KEEP));
        for (int o = 0; o < system.options().size(); o++) {
            var option = system.options().get(o);
            int latest = Math.min(option.latest(), system.keptTill() + 1);
            for (int year = option.earliest(); year <= latest; year++) list.add(column(s, new Choice(o, year)));
        }
        model.addExactlyOne(list.stream().map(Column::taken).toArray(Literal[]::new));
        return list;
    }

    private Column column(int s, Choice choice) {
        var taken = model.newBoolVar("s%d o%d y%d".formatted(s, choice.option(), choice.year()));
        var system = portfolio.systems().get(s);
        for (int year = 0; year < portfolio.years(); year++)
            upkeep[year].addTerm(
                    taken,
                    choice.changedBy(year)
                            ? system.options().get(choice.option()).yearly().get(year)
                            : system.yearly().get(year));
        if (!choice.isKeep())
            once[choice.year()].addTerm(
                    taken, system.options().get(choice.option()).once());
        return new Column(s, choice, taken);
    }

    /** Whoever is merged needs the other one to stay, whatever it becomes. */
    private void mergers() {
        for (int s = 0; s < columns.size(); s++)
            for (int into = 0; into < columns.size(); into++) {
                var mergers = merging(s, into);
                if (mergers.isEmpty()) continue;
                var sum = LinearExpr.newBuilder();
                for (var column : mergers) sum.add(column.taken());
                for (var column : columns.get(into)) if (goesAway(column)) sum.add(column.taken());
                model.addLessOrEqual(sum, 1);
            }
    }

    private List<Column> merging(int s, int into) {
        return columns.get(s).stream()
                .filter(column -> !column.choice().isKeep() && option(column).into() == into)
                .toList();
    }

    private boolean goesAway(Column column) {
        if (column.choice().isKeep()) return false;
        var kind = option(column).kind();
        return kind == Portfolio.OptionKind.MERGE || kind == Portfolio.OptionKind.RETIRE;
    }

    private void limits() {
        var limits = portfolio.limits();
        for (int year = 0; year < portfolio.years(); year++) {
            long most = portfolio.upkeepMax(year);
            if (most < Long.MAX_VALUE) model.addLessOrEqual(upkeep[year], most);
            if (limits.once() < Long.MAX_VALUE) model.addLessOrEqual(once[year], limits.once());
            var days = LinearExpr.newBuilder();
            var changes = LinearExpr.newBuilder();
            for (var list : columns)
                for (var column : list) {
                    if (column.choice().isKeep() || column.choice().year() != year) continue;
                    days.addTerm(column.taken(), option(column).staffDays());
                    changes.add(column.taken());
                }
            if (limits.staffDays() < Long.MAX_VALUE) model.addLessOrEqual(days, limits.staffDays());
            if (limits.changes() < Long.MAX_VALUE) model.addLessOrEqual(changes, limits.changes());
        }
    }

    private Portfolio.Option option(Column column) {
        return portfolio
                .systems()
                .get(column.system())
                .options()
                .get(column.choice().option());
    }

    LinearExpr everything() {
        var sum = LinearExpr.newBuilder();
        for (int year = 0; year < portfolio.years(); year++)
            sum.add(upkeep[year]).add(once[year]);
        return sum.build();
    }

    LinearExpr upkeep(int year) {
        return upkeep[year].build();
    }

    void goal(LinearExpr goal) {
        model.minimize(goal);
    }

    CpModel model() {
        return model;
    }

    List<Choice> choices(CpSolver solver) {
        return columns.stream()
                .map(list -> list.stream()
                        .filter(column -> solver.booleanValue(column.taken()))
                        .findFirst()
                        .orElseThrow()
                        .choice())
                .toList();
    }

    int[][] hosts(CpSolver solver) {
        var counts = new int[hosts.length][portfolio.years()];
        for (int h = 0; h < hosts.length; h++)
            for (int year = 0; year < portfolio.years(); year++) counts[h][year] = (int) solver.value(hosts[h][year]);
        return counts;
    }
}
