package noroshi.planning.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class SystemsPlannerTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @Test
    void aSmallPortfolioIsPlannedAsBruteForcePlansIt() {
        for (long seed = 0; seed < 4; seed++) {
            var portfolio = MadePortfolio.of(3, seed, Double.NaN).withoutHosts();
            long best = bruteForce(portfolio, keepAll(portfolio), 0);
            var outcome = SystemsPlanner.plan(portfolio, Effort.of(LONG_ENOUGH), 1);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Planned.class, planned -> {
                assertThat(planned.bound()).isLessThanOrEqualTo(best);
                assertThat(planned.accounts().total()).isBetween(best, best + best / 400);
                assertThat(planned.accounts().violations()).isEmpty();
            });
        }
    }

    @Test
    void aPlanReachesItsTargetAndItsBoundIsNear() {
        var portfolio = MadePortfolio.of(25, 3, 0.2);
        var outcome = SystemsPlanner.plan(portfolio, Effort.of(LONG_ENOUGH), 1);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Planned.class, planned -> {
            assertThat(planned.accounts().violations()).isEmpty();
            assertThat(planned.accounts().upkeep().getLast()).isLessThanOrEqualTo(portfolio.upkeepMax(5));
            assertThat(planned.gap()).isLessThan(0.04);
            keepsApart(portfolio, planned);
        });
    }

    @Test
    void whatCannotBeReachedIsProvenTwice() {
        var portfolio = MadePortfolio.of(25, 3, 0.9);
        var outcome = SystemsPlanner.plan(portfolio, Effort.of(LONG_ENOUGH), 1);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Impossible.class, impossible -> {
            assertThat(impossible.obstacles()).hasSize(1).allMatch(Outcome.Obstacle::proves);
            assertThat(PlanReport.of(portfolio, impossible)).contains("目標は達成できません (証明済み)");
            assertThat(PlanJson.of(portfolio, impossible)).contains("\"outcome\" : \"impossible\"");
        });
    }

    private static void keepsApart(Portfolio portfolio, Outcome.Planned planned) {
        var load = new long[portfolio.hosts().size()][100][portfolio.resources().size()];
        for (var place : planned.placements()) {
            var system = portfolio.systems().get(place.system());
            for (int r = 0; r < system.needs().size(); r++)
                load[place.host()][place.number()][r] += system.needs().get(r);
            for (var other : planned.placements())
                if (other.system() == place.system() && other.copy() != place.copy())
                    assertThat(fates(portfolio, place)).doesNotContainAnyElementsOf(fates(portfolio, other));
        }
        for (int h = 0; h < load.length; h++)
            for (var one : load[h])
                for (int r = 0; r < one.length; r++)
                    assertThat(one[r])
                            .isLessThanOrEqualTo(
                                    portfolio.hosts().get(h).capacity().get(r));
    }

    private static List<String> fates(Portfolio portfolio, Placement place) {
        return portfolio
                .buildings()
                .get(portfolio.hosts().get(place.host()).building())
                .fates();
    }

    private static List<Choice> keepAll(Portfolio portfolio) {
        return Collections.nCopies(portfolio.systems().size(), Choice.KEEP);
    }

    private static long bruteForce(Portfolio portfolio, List<Choice> choices, int s) {
        if (s == choices.size()) {
            var accounts = Accounts.of(portfolio, choices, new int[0][]);
            return accounts.violations().isEmpty() ? accounts.total() : Long.MAX_VALUE;
        }
        long best = bruteForce(portfolio, choices, s + 1);
        var options = portfolio.systems().get(s).options();
        for (int o = 0; o < options.size(); o++)
            for (int year = options.get(o).earliest(); year <= options.get(o).latest(); year++) {
                var next = new ArrayList<>(choices);
                next.set(s, new Choice(o, year));
                best = Math.min(best, bruteForce(portfolio, next, s + 1));
            }
        return best;
    }

    @Test
    void badPricesGiveAPoorBoundButNoWrongOne() {
        var model = new LinearModel();
        var one = model.whole(0, 5);
        var other = model.whole(1, 4);
        model.atLeast(new Sum().add(one, 2).add(other, 3), 12);
        model.minimise(new Sum().add(one, 4).add(other, 5));

        // The best is 20: nothing of one, four of the other; by hand.
        assertThat(Certificate.bound(model, new double[] {5.0 / 3})).isEqualTo(20);
        for (double price : new double[] {-3, 0, 1, 2, 1e6, Double.NaN})
            assertThat(Certificate.bound(model, new double[] {price})).isLessThanOrEqualTo(20);
        assertThat(Arrays.asList(one, other))
                .extracting(LinearModel.Variable::index)
                .containsExactly(0, 1);
    }
}
