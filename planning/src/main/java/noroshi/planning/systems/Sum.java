package noroshi.planning.systems;

import java.util.TreeMap;
import noroshi.planning.systems.LinearModel.Row;
import noroshi.planning.systems.LinearModel.Variable;

/** A weighted sum of variables that grows. */
final class Sum {

    private final TreeMap<Integer, Long> weights = new TreeMap<>();

    Sum add(Variable variable) {
        return add(variable, 1);
    }

    Sum add(Variable variable, long weight) {
        if (weight != 0) weights.merge(variable.index(), weight, Math::addExact);
        return this;
    }

    Sum add(Sum other) {
        return add(other, 1);
    }

    Sum add(Sum other, long times) {
        other.weights.forEach(
                (index, weight) -> weights.merge(index, Math.multiplyExact(weight, times), Math::addExact));
        return this;
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    Row row(long least, long most) {
        return new Row(
                weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
                weights.values().stream().mapToLong(Long::longValue).toArray(),
                least,
                most);
    }
}
