package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.List;
import noroshi.planning.systems.ChoiceModel.Column;
import noroshi.planning.systems.LinearModel.Variable;

/** Servers, contracts, licences, lines and joint platforms: paid while anybody uses them, with a price for beginning and for ending. */
final class AssetModel {

    private final Portfolio portfolio;
    private final LinearModel model;
    private final List<List<Column>> columns;
    private final Sum[] upkeep;
    private final Sum[] once;

    AssetModel(Portfolio portfolio, LinearModel model, List<List<Column>> columns, Sum[] upkeep, Sum[] once) {
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
        var paid = new Variable[portfolio.years()];
        for (int year = 0; year < paid.length; year++) {
            paid[year] = model.yesOrNo();
            upkeep[year].add(paid[year], asset.yearly().get(year));
            for (int user : users) {
                var uses = uses(asset, user, year);
                if (uses != null) model.atMost(uses.add(paid[year], -1), 0);
            }
            onlyIfUsed(asset, users, paid[year], year);
            comesAndGoes(asset, paid, year);
        }
        if (asset.least() > 1) atLeast(asset, users, paid[paid.length - 1]);
    }

    /** Nobody keeps an asset alive to save its exit: that would be no saving, but it would be no truth either. */
    private void onlyIfUsed(Portfolio.Asset asset, List<Integer> users, Variable paid, int year) {
        var any = new Sum();
        for (int user : users) addUses(any, asset, user, year);
        model.atLeast(any.add(paid, -1), 0);
    }

    private void comesAndGoes(Portfolio.Asset asset, Variable[] paid, int year) {
        if (asset.opening() > 0) {
            var opened = model.yesOrNo();
            var rise = new Sum().add(paid[year]).add(opened, -1);
            if (year > 0) rise.add(paid[year - 1], -1);
            model.atMost(rise, year == 0 && asset.inUse() ? 1 : 0);
            once[year].add(opened, asset.opening());
        }
        if (asset.exit() > 0 && year <= asset.until()) {
            var left = model.yesOrNo();
            var fall = new Sum().add(paid[year], -1).add(left, -1);
            if (year > 0) fall.add(paid[year - 1]);
            model.atMost(fall, year == 0 && asset.inUse() ? -1 : 0);
            once[year].add(left, asset.exit());
        }
    }

    private void atLeast(Portfolio.Asset asset, List<Integer> users, Variable paid) {
        var members = new Sum();
        for (int user : users) addUses(members, asset, user, portfolio.years() - 1);
        model.atLeast(members.add(paid, -asset.least()), 0);
    }

    private @org.jspecify.annotations.Nullable Sum uses(Portfolio.Asset asset, int system, int year) {
        var sum = new Sum();
        return addUses(sum, asset, system, year) ? sum : null;
    }

    private boolean addUses(Sum sum, Portfolio.Asset asset, int s, int year) {
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
