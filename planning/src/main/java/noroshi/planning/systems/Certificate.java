package noroshi.planning.systems;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import noroshi.planning.systems.LinearModel.Row;

/**
 * A lower bound that needs no trust in a solver. Whatever price each row is given, no solution costs less than the priced rows'
 * limits plus, for each variable, its cost less the prices taken at its better end (weak duality). Prices that a solver guessed well give a
 * sharp bound; prices guessed badly give a poor one, never a wrong one. All sums are exact.
 */
final class Certificate {

    private Certificate() {}

    /** @param prices by row; of a row without an upper limit only those above 0 count, without a lower one only those below */
    static long bound(LinearModel model, double[] prices) {
        var left = new BigDecimal[model.variables().size()];
        java.util.Arrays.fill(left, BigDecimal.ZERO);
        add(left, model.goal(), BigDecimal.ONE);
        var bound = BigDecimal.ZERO;
        for (int i = 0; i < prices.length; i++) {
            var row = model.rows().get(i);
            if (!counts(row, prices[i])) continue;
            var price = new BigDecimal(prices[i]);
            bound = bound.add(price.multiply(BigDecimal.valueOf(prices[i] > 0 ? row.least() : row.most())));
            add(left, row, price.negate());
        }
        return bound.add(atBetterEnds(model.variables(), left))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static boolean counts(Row row, double price) {
        if (!Double.isFinite(price) || price == 0) return false;
        return price > 0 ? row.least() != LinearModel.NO_LEAST : row.most() != LinearModel.NO_MOST;
    }

    private static void add(BigDecimal[] left, Row row, BigDecimal times) {
        for (int i = 0; i < row.indexes().length; i++)
            left[row.indexes()[i]] = left[row.indexes()[i]].add(times.multiply(BigDecimal.valueOf(row.weights()[i])));
    }

    private static BigDecimal atBetterEnds(List<LinearModel.Variable> variables, BigDecimal[] left) {
        var sum = BigDecimal.ZERO;
        for (var variable : variables) {
            var cost = left[variable.index()];
            sum = sum.add(cost.multiply(BigDecimal.valueOf(cost.signum() > 0 ? variable.least() : variable.most())));
        }
        return sum;
    }
}
