package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import noroshi.planning.systems.LinearModel.Variable;

/**
 * The choices as a model of whole numbers: one yes-or-no per system, option and year; one per asset and year; a count per host and
 * year. The sums of a year are built once and used for the goal, the target and the limits alike.
 */
final class ChoiceModel {

    /** @param taken yes if the system makes this choice */
    record Column(int system, Choice choice, Variable taken) {}

    private static final long SLACK_PARTS = 400_000;

    private final Portfolio portfolio;
    private final double room;
    private final LinearModel model = new LinearModel();
    private final List<List<Column>> columns = new ArrayList<>();
    private final Variable[][] hosts;
    private final Sum[] upkeep;
    private final Sum[] once;

    ChoiceModel(Portfolio portfolio, double room) {
        this.portfolio = portfolio;
        this.room = room;
        upkeep = sums();
        once = sums();
        for (int s = 0; s < portfolio.systems().size(); s++) columns.add(columns(s));
        mergers();
        new AssetModel(portfolio, model, columns, upkeep, once).add();
        hosts = new HostModel(portfolio, model, columns, upkeep, once).add(room);
        limits();
    }

    private Sum[] sums() {
        var sums = new Sum[portfolio.years()];
        for (int year = 0; year < sums.length; year++) sums[year] = new Sum();
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
        var one = new Sum();
        for (var column : list) one.add(column.taken());
        model.exactly(one, 1);
        return list;
    }

    private Column column(int s, Choice choice) {
        var taken = model.yesOrNo();
        var system = portfolio.systems().get(s);
        for (int year = 0; year < portfolio.years(); year++)
            upkeep[year].add(
                    taken,
                    choice.changedBy(year)
                            ? system.options().get(choice.option()).yearly().get(year)
                            : system.yearly().get(year));
        if (!choice.isKeep())
            once[choice.year()].add(taken, system.options().get(choice.option()).once());
        return new Column(s, choice, taken);
    }

    /** Whoever is merged needs the other one to stay, whatever it becomes. */
    private void mergers() {
        for (int s = 0; s < columns.size(); s++)
            for (int into = 0; into < columns.size(); into++) {
                var mergers = merging(s, into);
                if (mergers.isEmpty()) continue;
                var sum = new Sum();
                for (var column : mergers) sum.add(column.taken());
                for (var column : columns.get(into)) if (goesAway(column)) sum.add(column.taken());
                model.atMost(sum, 1);
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
            if (most < Long.MAX_VALUE) model.atMost(upkeep[year], most - slack(most));
            if (limits.once() < Long.MAX_VALUE) model.atMost(once[year], limits.once() - slack(limits.once()));
            var days = new Sum();
            var changes = new Sum();
            for (var list : columns)
                for (var column : list) {
                    if (column.choice().isKeep() || column.choice().year() != year) continue;
                    days.add(column.taken(), option(column).staffDays());
                    changes.add(column.taken());
                }
            if (limits.staffDays() < Long.MAX_VALUE) model.atMost(days, limits.staffDays());
            if (limits.changes() < Long.MAX_VALUE) model.atMost(changes, limits.changes());
        }
    }

    /** SCIP takes a row as kept that is missed by a millionth. What is to be a plan keeps it to the yen; a proof has no slack. */
    private long slack(long most) {
        return room < 1 ? most / SLACK_PARTS : 0;
    }

    private Portfolio.Option option(Column column) {
        return portfolio
                .systems()
                .get(column.system())
                .options()
                .get(column.choice().option());
    }

    Sum everything() {
        var sum = new Sum();
        for (int year = 0; year < portfolio.years(); year++)
            sum.add(upkeep[year]).add(once[year]);
        return sum;
    }

    Sum upkeep(int year) {
        return upkeep[year];
    }

    LinearModel model() {
        return model;
    }

    List<Choice> choices(ToLongFunction<Variable> value) {
        return columns.stream()
                .map(list -> list.stream()
                        .filter(column -> value.applyAsLong(column.taken()) == 1)
                        .findFirst()
                        .orElseThrow()
                        .choice())
                .toList();
    }

    int[][] hosts(ToLongFunction<Variable> value) {
        var counts = new int[hosts.length][portfolio.years()];
        for (int h = 0; h < hosts.length; h++)
            for (int year = 0; year < portfolio.years(); year++)
                counts[h][year] = (int) value.applyAsLong(hosts[h][year]);
        return counts;
    }
}
