package noroshi.planning.schedule;

import java.util.random.RandomGenerator;

/** Lists by latest finish time, strictly or drawn by chance. */
final class PriorityList {

    private final ListSchedule lists;
    private final RandomGenerator random;
    private final int[] latestFinish;

    PriorityList(Project project, ListSchedule lists, RandomGenerator random) {
        this.lists = lists;
        this.random = random;
        this.latestFinish = latestFinish(project, lists);
    }

    static int[] latestFinish(Project project, ListSchedule lists) {
        var finish = new int[lists.size()];
        int end = project.criticalPath();
        for (int i : project.order().reversed()) {
            finish[i] = end;
            for (int s : lists.after(i))
                finish[i] = Math.min(
                        finish[i], finish[s] - project.activities().get(s).duration());
        }
        return finish;
    }

    /** @param byChance drawn by regret; otherwise strictly by the rule */
    int[] list(boolean byChance) {
        int size = lists.size();
        var waits = new int[size];
        for (int i = 0; i < size; i++) waits[i] = lists.before(i).length;
        var ready = new int[size];
        int readyCount = 0;
        for (int i = 0; i < size; i++) if (waits[i] == 0) ready[readyCount++] = i;
        var list = new int[size];
        for (int k = 0; k < size; k++) {
            int at = byChance ? drawn(ready, readyCount) : first(ready, readyCount);
            list[k] = ready[at];
            ready[at] = ready[--readyCount];
            for (int s : lists.after(list[k])) if (--waits[s] == 0) ready[readyCount++] = s;
        }
        return list;
    }

    private int first(int[] ready, int count) {
        int best = 0;
        for (int k = 1; k < count; k++) if (latestFinish[ready[k]] < latestFinish[ready[best]]) best = k;
        return best;
    }

    private int drawn(int[] ready, int count) {
        int most = Integer.MIN_VALUE;
        for (int k = 0; k < count; k++) most = Math.max(most, latestFinish[ready[k]]);
        long sum = 0;
        for (int k = 0; k < count; k++) sum += most - latestFinish[ready[k]] + 1;
        long drawn = random.nextLong(sum);
        for (int k = 0; k < count; k++) {
            drawn -= most - latestFinish[ready[k]] + 1;
            if (drawn < 0) return k;
        }
        return count - 1;
    }
}
