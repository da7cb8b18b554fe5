package noroshi.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.publishing.Outcome.Problem;

/**
 * An emergency as an officer declares it. Any values may be tried; {@link #problems} answers what is wrong with them.
 *
 * @param grade a short name for readers: 災害警戒本部を設置
 * @param areas codes of the areas concerned
 * @param words what happens and what to do
 * @param drill true: it is shown as 訓練 wherever it is shown
 * @param until when it ends by itself, if nobody prolongs it
 */
public record Declaration(
        Hazard hazard,
        Level level,
        Phase phase,
        String grade,
        List<String> areas,
        String words,
        boolean drill,
        Instant until) {

    public static final int GRADE_CHARACTERS_MAX = 20;
    public static final int WORDS_CHARACTERS_MAX = 2_000;
    public static final int AREAS_MAX = 50;
    public static final Duration LASTS_MAX = Duration.ofDays(30);

    public Declaration {
        grade = grade.strip();
        words = words.strip();
        areas = areas.stream().distinct().toList();
    }

    String mark() {
        return drill ? "drill" : "";
    }

    List<Problem> problems(Instant now) {
        var problems = new ArrayList<Problem>();
        if (grade.isEmpty()) problems.add(new Problem("grade", "名称がありません。「土砂災害に警戒」のように、短い名称を入力してください。"));
        if (grade.length() > GRADE_CHARACTERS_MAX)
            problems.add(
                    new Problem("grade", "名称が%d文字あります。%d文字以内にしてください。".formatted(grade.length(), GRADE_CHARACTERS_MAX)));
        if (areas.isEmpty() || areas.size() > AREAS_MAX)
            problems.add(new Problem("areas", "地域は1から%dまで選んでください（いまは%d）。".formatted(AREAS_MAX, areas.size())));
        if (phase == Phase.CLOSED) problems.add(new Problem("phase", "終結した態勢は宣言できません。ほかの段階を選んでください。"));
        problems.addAll(of(words, until, now));
        return problems;
    }

    /** What a declaration and a change have in common. */
    static List<Problem> of(String words, Instant until, Instant now) {
        var problems = new ArrayList<Problem>();
        if (words.isBlank()) problems.add(new Problem("words", "内容がありません。起きていることと、とってほしい行動を入力してください。"));
        if (words.length() > WORDS_CHARACTERS_MAX)
            problems.add(new Problem(
                    "words", "内容が%,d文字あります。%,d文字以内にしてください。".formatted(words.length(), WORDS_CHARACTERS_MAX)));
        if (!until.isAfter(now) || until.isAfter(now.plus(LASTS_MAX)))
            problems.add(new Problem("hours", "自動で終わる時刻は、いまから%d日以内にしてください。".formatted(LASTS_MAX.toDays())));
        return problems;
    }
}
