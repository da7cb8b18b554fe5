package noroshi.planning.packing;

import java.util.ArrayList;

/** What the items of a group owe each other: never one bin, enough different fates, and the groups they depend on nearby. */
final class Fates {

    private static final long[] NONE = {};

    private final Flat flat;
    private final boolean[] free;
    private final long[][] taken;
    private final Spreading[] spreadings;
    private final int[] neighbourhood;
    private final int[][] dependsOn;
    private final int[][] dependents;
    private final int[][] near;

    /** One dimension of spread: how many items of a group are on each label, and on how many labels. */
    private record Spreading(int[] label, int[] min, int[][] count, int[] distinct) {

        boolean allows(int group, int from, int to) {
            if (min[group] < 2 || label[from] == label[to]) return true;
            int left = count[group][label[from]] == 1 ? 1 : 0;
            int gained = count[group][label[to]] == 0 ? 1 : 0;
            return distinct[group] - left + gained >= min[group];
        }

        void add(int group, int bin, int by) {
            if (min[group] < 2) return;
            var counts = count[group];
            int before = counts[label[bin]];
            counts[label[bin]] = before + by;
            if (before == 0) distinct[group]++;
            else if (before + by == 0) distinct[group]--;
        }
    }

    Fates(Packing packing, Flat flat, int[] at) {
        this.flat = flat;
        var members = packing.members();
        taken = new long[flat.groups][];
        for (int group = 0; group < flat.groups; group++)
            taken[group] = members[group].length > 1 ? new long[(flat.bins + 63) / 64] : NONE;
        spreadings = packing.spreads().stream().map(this::spreading).toArray(Spreading[]::new);
        neighbourhood =
                packing.bins().stream().mapToInt(Packing.Bin::neighbourhood).toArray();
        dependsOn = packing.groups().stream()
                .map(group ->
                        group.dependsOn().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        dependents = dependents();
        near = near();
        free = new boolean[flat.groups + 1];
        for (int group = 0; group < flat.groups; group++) free[group] = isFree(group);
        for (int item = 0; item < flat.items; item++) add(flat.group[item], at[item], 1);
    }

    private Spreading spreading(Packing.Spread spread) {
        var label = spread.label().stream().mapToInt(Integer::intValue).toArray();
        int labels = 1;
        for (int one : label) labels = Math.max(labels, one + 1);
        var min = spread.min().stream().mapToInt(Integer::intValue).toArray();
        var count = new int[flat.groups][];
        for (int group = 0; group < flat.groups; group++) count[group] = new int[min[group] < 2 ? 0 : labels];
        return new Spreading(label, min, count, new int[flat.groups]);
    }

    private int[][] dependents() {
        var lists = new ArrayList<ArrayList<Integer>>();
        for (int group = 0; group < flat.groups; group++) lists.add(new ArrayList<>());
        for (int group = 0; group < flat.groups; group++)
            for (int other : dependsOn[group]) lists.get(other).add(group);
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private int[][] near() {
        int labels = 1;
        for (int one : neighbourhood) labels = Math.max(labels, one + 1);
        var counts = new int[flat.groups][];
        for (int group = 0; group < flat.groups; group++)
            counts[group] = new int[dependsOn[group].length + dependents[group].length == 0 ? 0 : labels];
        return counts;
    }

    private boolean isFree(int group) {
        if (taken[group].length > 0 || near[group].length > 0) return false;
        for (var spreading : spreadings) if (spreading.min[group] > 1) return false;
        return true;
    }

    /** Whether the bin has an item of the group already. The cheapest question, asked first. */
    boolean isTaken(int group, int bin) {
        var bits = taken[group];
        return bits.length > 0 && (bits[bin >> 6] >>> (bin & 63) & 1) != 0;
    }

    boolean allows(int item, int from, int to) {
        int group = flat.group[item];
        if (free[group]) return true;
        if (isTaken(group, to)) return false;
        for (var spreading : spreadings) if (!spreading.allows(group, from, to)) return false;
        return near[group].length == 0
                || neighbourhood[from] == neighbourhood[to]
                || allowsNear(group, neighbourhood[from], neighbourhood[to]);
    }

    private boolean allowsNear(int group, int from, int to) {
        for (int other : dependsOn[group]) if (other != group && near[other][to] == 0) return false;
        if (near[group][from] > 1) return true;
        for (int other : dependents[group]) if (other != group && near[other][from] > 0) return false;
        return true;
    }

    void move(int item, int from, int to) {
        int group = flat.group[item];
        if (free[group]) return;
        add(group, from, -1);
        add(group, to, 1);
    }

    private void add(int group, int bin, int by) {
        if (taken[group].length > 0) taken[group][bin >> 6] ^= 1L << (bin & 63);
        for (var spreading : spreadings) spreading.add(group, bin, by);
        if (near[group].length > 0) near[group][neighbourhood[bin]] += by;
    }
}
