package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.List;

/** Whole-number variables between bounds, sums of them between bounds, and a sum to be made small: all in whole numbers. */
final class LinearModel {

    /** @param index its number in the model */
    record Variable(int index, long least, long most) {}

    /** @param weights by variable index; those left out are 0 */
    record Row(int[] indexes, long[] weights, long least, long most) {}

    static final long NO_LEAST = Long.MIN_VALUE;
    static final long NO_MOST = Long.MAX_VALUE;

    private final List<Variable> variables = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private Row goal = new Row(new int[0], new long[0], NO_LEAST, NO_MOST);

    Variable yesOrNo() {
        return whole(0, 1);
    }

    Variable whole(long least, long most) {
        var variable = new Variable(variables.size(), least, most);
        variables.add(variable);
        return variable;
    }

    void atMost(Sum sum, long most) {
        rows.add(sum.row(NO_LEAST, most));
    }

    void atLeast(Sum sum, long least) {
        rows.add(sum.row(least, NO_MOST));
    }

    void exactly(Sum sum, long value) {
        rows.add(sum.row(value, value));
    }

    void minimise(Sum sum) {
        goal = sum.row(NO_LEAST, NO_MOST);
    }

    List<Variable> variables() {
        return variables;
    }

    List<Row> rows() {
        return rows;
    }

    Row goal() {
        return goal;
    }
}
