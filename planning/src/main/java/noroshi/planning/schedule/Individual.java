package noroshi.planning.schedule;

/** A list of activities and the schedule it gave. */
record Individual(int[] list, int[] starts, int makespan) {}
