package noroshi.reorganisation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What hangs on the departments that a plan touches.
 *
 * @param pages how many numbered pages the list of a department has, by its code
 * @param others what other features keep, by their word for it: code of the department → how many
 */
public record Holdings(
        List<Paper> papers,
        List<Stream> series,
        List<Person> officers,
        Map<String, Integer> pages,
        Map<String, Map<String, Integer>> others) {

    static final Holdings NONE = new Holdings(List.of(), List.of(), List.of(), Map.of(), Map.of());

    public Holdings {
        papers = List.copyOf(papers);
        series = List.copyOf(series);
        officers = List.copyOf(officers);
        pages = Map.copyOf(pages);
        others = new TreeMap<>(others);
    }

    /** An article, as far as its present editions name a department. @param open readers see it */
    public record Paper(long article, String series, String department, boolean open) {}

    public record Stream(String code, String name, String department) {}

    /** @param active may sign in */
    public record Person(long id, String login, String name, String department, boolean active) {}

    /** What would be without a home if the department ended, in words; "" when nothing would. */
    String left(String department) {
        var words = new java.util.ArrayList<String>();
        count(
                words,
                "記事",
                papers.stream().filter(p -> p.department().equals(department)).count());
        count(
                words,
                "媒体",
                series.stream().filter(s -> s.department().equals(department)).count());
        count(
                words,
                "職員",
                officers.stream().filter(o -> o.department().equals(department)).count());
        others.forEach((what, counts) -> count(words, what, counts.getOrDefault(department, 0)));
        return String.join("、", words);
    }

    private static void count(List<String> words, String what, long count) {
        if (count > 0) words.add("%s%d件".formatted(what, count));
    }
}
