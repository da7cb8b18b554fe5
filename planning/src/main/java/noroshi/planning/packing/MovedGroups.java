package noroshi.planning.packing;

/** How many items of each group are away from home; the largest of these numbers has a price. */
final class MovedGroups {

    private final int[] moved;
    private final int[] groupsWith;
    private int most;

    MovedGroups(Flat flat, int[] at) {
        moved = new int[flat.groups];
        groupsWith = new int[flat.items + 2];
        groupsWith[0] = flat.groups;
        for (int item = 0; item < flat.items; item++) if (at[item] != flat.home[item]) change(flat.group[item], 1);
    }

    /** @param by 1: one more is away; -1: one has come home; 0: nothing changed */
    void change(int group, int by) {
        if (by == 0) return;
        groupsWith[moved[group]]--;
        moved[group] += by;
        groupsWith[moved[group]]++;
        if (moved[group] > most) most = moved[group];
        else if (groupsWith[most] == 0) most--;
    }

    int most() {
        return most;
    }
}
