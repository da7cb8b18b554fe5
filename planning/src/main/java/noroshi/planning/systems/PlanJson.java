package noroshi.planning.systems;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole result as one JSON object: ids instead of names, yen as whole numbers, years as they are written. */
public final class PlanJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Portfolio portfolio;
    private final ObjectNode root = JSON.createObjectNode();

    private PlanJson(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    public static String of(Portfolio portfolio, Outcome outcome) {
        var json = new PlanJson(portfolio);
        json.root.put("title", portfolio.title());
        switch (outcome) {
            case Outcome.Planned planned -> json.planned(planned);
            case Outcome.Impossible impossible -> json.impossible(impossible);
            case Outcome.Undecided undecided ->
                json.root.put("outcome", "undecided").put("why", undecided.why());
        }
        json.options();
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json.root);
    }

    private void planned(Outcome.Planned planned) {
        root.put("outcome", "planned")
                .put("total", planned.accounts().total())
                .put("bound", planned.bound())
                .put("gap", planned.gap());
        planned.withoutTarget().ifPresent(cost -> root.put("totalWithoutTarget", cost));
        path(planned.accounts());
        systems(planned.choices());
        var placements = root.putArray("placements");
        for (var place : planned.placements())
            placements
                    .addObject()
                    .put("system", portfolio.systems().get(place.system()).id())
                    .put("copy", place.copy())
                    .put("host", portfolio.hosts().get(place.host()).id())
                    .put("number", place.number());
    }

    private void path(Accounts accounts) {
        var path = root.putArray("years");
        for (int year = 0; year < portfolio.years(); year++) {
            var entry = path.addObject()
                    .put("year", portfolio.first() + year)
                    .put("upkeep", accounts.upkeep().get(year))
                    .put("once", accounts.once().get(year))
                    .put("upkeepAsItIs", portfolio.upkeepAsItIs(year));
            if (portfolio.upkeepMax(year) < Long.MAX_VALUE) entry.put("target", portfolio.upkeepMax(year));
        }
    }

    private void systems(List<Choice> choices) {
        var systems = root.putArray("systems");
        for (int s = 0; s < choices.size(); s++) {
            var choice = choices.get(s);
            var entry = systems.addObject().put("id", portfolio.systems().get(s).id());
            if (choice.isKeep()) entry.put("choice", "keep");
            else entry.put("choice", kind(s, choice.option())).put("year", portfolio.first() + choice.year());
        }
    }

    private void impossible(Outcome.Impossible impossible) {
        root.put("outcome", "impossible");
        var obstacles = root.putArray("obstacles");
        for (var obstacle : impossible.obstacles()) {
            var entry = obstacles
                    .addObject()
                    .put("year", portfolio.first() + obstacle.year())
                    .put("target", obstacle.target())
                    .put("least", obstacle.least())
                    .put("leastWithoutLimits", obstacle.unlimited());
            obstacle.reachable().ifPresent(cost -> entry.put("reachable", cost));
        }
    }

    private void options() {
        var options = root.putArray("options");
        for (var price : OptionPrices.of(portfolio))
            options.addObject()
                    .put("system", portfolio.systems().get(price.system()).id())
                    .put("kind", kind(price.system(), price.option()))
                    .put("year", portfolio.first() + price.year())
                    .put("more", price.more());
    }

    private String kind(int s, int o) {
        return portfolio.systems().get(s).options().get(o).kind().name().toLowerCase(Locale.ROOT);
    }
}
