package noroshi.planning.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.IntStream;

/**
 * Patterson's file format of PSPLIB (.rcp): number of activities and resources; the amount of each resource; then for each activity its
 * duration, its needs, and its successors, counted from 1. Numbers apart by any white space.
 */
public final class Patterson {

    private Patterson() {}

    public static Project read(String text) {
        var numbers = new Scanner(text);
        int count = numbers.nextInt();
        int resources = numbers.nextInt();
        if (count < 1 || count > Project.ACTIVITIES_MAX || resources < 0 || resources > 1000)
            throw new IllegalArgumentException(
                    "%d activities, %d resources: not a project".formatted(count, resources));
        var supplies = numbers(numbers, resources).stream().map(Supply::always).toList();
        var durations = new ArrayList<Integer>();
        var uses = new ArrayList<List<Integer>>();
        var after = new ArrayList<List<Integer>>();
        for (int i = 0; i < count; i++) after.add(new ArrayList<>());
        for (int i = 0; i < count; i++) {
            durations.add(numbers.nextInt());
            uses.add(numbers(numbers, resources));
            for (int successor : numbers(numbers, numbers.nextInt()))
                after.get(successor - 1).add(i);
        }
        var none = IntStream.range(0, resources).map(r -> 0).boxed().toList();
        return new Project(
                IntStream.range(0, count)
                        .mapToObj(i -> new Activity(durations.get(i), 0, uses.get(i), none, after.get(i)))
                        .toList(),
                supplies);
    }

    private static List<Integer> numbers(Scanner from, int count) {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) numbers.add(from.nextInt());
        return numbers;
    }
}
