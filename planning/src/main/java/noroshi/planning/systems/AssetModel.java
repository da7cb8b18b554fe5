package noroshi.planning.systems;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import noroshi.planning.systems.ChoiceModel.Column;

/** Servers, contracts, licences, lines and joint platforms: paid while anybody uses them, with a price for beginning and for ending. */
final class AssetModel {

    private final Portfolio portfolio;
    private final CpModel model;
    private final List<List<Column>> columns;
    private final LinearExprBuilder[] upkeep;
    private final LinearExprBuilder[] once;

    AssetModel(
            Portfolio portfolio,
            CpModel model,
            List<List<Column>> columns,
            LinearExprBuilder[] upkeep,
            LinearExprBuilder[] once) {
        this.portfolio = portfolio;
        this.model = model;
        this.columns = columns;
        this.upkeep = upkeep;
        this.once = once;
    }

    void add() {
        var users = users();
        for (int a = 0; a < users.size(); a++) add(portfolio.assets().get(a), users.get(a));
    }

    /** By asset: the systems that use it in one of their columns. */
    private List<List<Integer>> users() {
        var users = new ArrayList<List<Integer>>();
        for (int a = 0; a < portfolio.assets().size(); a++) users.add(new ArrayList<>());
        for (int s = 0; s < portfolio.systems().size(); s++) {
            var system = portfolio.systems().get(s);
            var assets = new java.util.TreeSet<>(system.uses());
            for (var option : system.options()) assets.addAll(option.uses());
            for (int asset : assets) users.get(asset).add(s);
        }
        return users;
    }

    private void add(Portfolio.Asset asset, List<Integer> users) {
        var paid = new BoolVar[portfolio.years()];
        for (int year = 0; year < paid.length; year++) {
            paid[year] = model.newBoolVar("asset %s %d".formatted(asset.id(), year));
            upkeep[year].addTerm(paid[year], asset.yearly().get(year));
            for (int user : users) {
                var uses = uses(asset, user, year);
                if (uses != null) model.addLessOrEqual(uses.addTerm(paid[year], -1), 0);
            }
            onlyIfUsed(asset, users, paid[year], year);
            comesAndGoes(asset, paid, year);
        }
        if (asset.least() > 1) atLeast(asset, users, paid[paid.length - 1]);
    }

    /** Nobody keeps an asset alive to save its exit: that would be no saving, but it would be no truth either. */
    private void onlyIfUsed(Portfolio.Asset asset, List<Integer> users, BoolVar paid, int year) {
        var any = LinearExpr.newBuilder();
        for (int user : users) addUses(any, asset, user, year);
        model.addGreaterOrEqual(any.addTerm(paid, -1), 0);
    }

    private void comesAndGoes(Portfolio.Asset asset, BoolVar[] paid, int year) {
        if (asset.opening() > 0) {
            var opened = model.newBoolVar("opened %s %d".formatted(asset.id(), year));
            var rise = LinearExpr.newBuilder().add(paid[year]).addTerm(opened, -1);
            if (year > 0) rise.addTerm(paid[year - 1], -1);
            model.addLessOrEqual(rise, year == 0 && asset.inUse() ? 1 : 0);
            once[year].addTerm(opened, asset.opening());
        }
        if (asset.exit() > 0 && year <= asset.until()) {
            var left = model.newBoolVar("left %s %d".formatted(asset.id(), year));
            var fall = LinearExpr.newBuilder().addTerm(paid[year], -1).addTerm(left, -1);
            if (year > 0) fall.add(paid[year - 1]);
            model.addLessOrEqual(fall, year == 0 && asset.inUse() ? -1 : 0);
            once[year].addTerm(left, asset.exit());
        }
    }

    private void atLeast(Portfolio.Asset asset, List<Integer> users, BoolVar paid) {
        var members = LinearExpr.newBuilder();
        for (int user : users) addUses(members, asset, user, portfolio.years() - 1);
        model.addGreaterOrEqual(members.addTerm(paid, -asset.least()), 0);
    }

    private @org.jspecify.annotations.Nullable LinearExprBuilder uses(Portfolio.Asset asset, int system, int year) {
        var sum = LinearExpr.newBuilder();
        return addUses(sum, asset, system, year) ? sum : null;
    }

    private boolean addUses(LinearExprBuilder sum, Portfolio.Asset asset, int s, int year) {
        var system = portfolio.systems().get(s);
        boolean any = false;
        for (var column : columns.get(s)) {
            var uses = column.choice().changedBy(year)
                    ? system.options().get(column.choice().option()).uses()
                    : system.uses();
            if (uses.stream().noneMatch(used -> portfolio.assets().get(used) == asset)) continue;
            sum.add(column.taken());
            any = true;
        }
        return any;
    }
}
