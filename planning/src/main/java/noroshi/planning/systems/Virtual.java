package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.List;

/**
 * A machine to be placed: one, or two copies that share no fate.
 *
 * @param system index of the system
 * @param year   from which it runs
 * @param needs  of each copy, with all that is merged into it
 */
record Virtual(int system, String pool, int year, int copies, List<Long> needs) {

    /** All machines that the choices ask for. */
    static List<Virtual> of(Portfolio portfolio, List<Choice> choices) {
        var machines = new ArrayList<Virtual>();
        for (int s = 0; s < choices.size(); s++) {
            var system = portfolio.systems().get(s);
            var choice = choices.get(s);
            if (choice.isKeep()) continue;
            var option = system.options().get(choice.option());
            if (option.kind() != Portfolio.OptionKind.VIRTUALISE) continue;
            machines.add(new Virtual(
                    s, option.pool(), choice.year(), system.standby() ? 2 : 1, needs(portfolio, choices, s)));
        }
        return machines;
    }

    private static List<Long> needs(Portfolio portfolio, List<Choice> choices, int into) {
        var needs = new ArrayList<>(portfolio.systems().get(into).needs());
        for (int s = 0; s < choices.size(); s++) {
            if (choices.get(s).isKeep()) continue;
            var option = portfolio.systems().get(s).options().get(choices.get(s).option());
            if (option.into() == into)
                for (int r = 0; r < needs.size(); r++)
                    needs.set(r, needs.get(r) + option.adds().get(r));
        }
        return needs;
    }
}
