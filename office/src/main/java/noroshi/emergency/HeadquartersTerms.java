package noroshi.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.publishing.Outcome.Problem;

/**
 * What an officer lays down about a headquarters.
 *
 * @param name "" where it is called by its kind; @param event "" for none
 * @param at when it happened, which may be a while ago
 */
public record HeadquartersTerms(
        HeadquartersKind kind,
        String name,
        String event,
        String place,
        String head,
        String reason,
        boolean drill,
        Instant at) {

    public static final int NAME_CHARACTERS_MAX = 40;
    public static final int PLACE_CHARACTERS_MAX = 60;
    public static final int HEAD_CHARACTERS_MAX = 40;
    public static final int REASON_CHARACTERS_MAX = 500;
    static final int EVENT_CHARACTERS_MAX = 100;

    /** A clock at the desk may be a little fast. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(2);

    private static final Duration AGO_MAX = Duration.ofDays(366);

    public HeadquartersTerms {
        name = name.strip();
        place = place.strip();
        head = head.strip();
        reason = reason.strip();
    }

    List<Problem> problems(Instant now) {
        var problems = new ArrayList<Problem>();
        limited(problems, "name", "名称", name, NAME_CHARACTERS_MAX, false);
        limited(problems, "place", "設置場所", place, PLACE_CHARACTERS_MAX, true);
        limited(problems, "head", "本部長", head, HEAD_CHARACTERS_MAX, true);
        if (event.length() > EVENT_CHARACTERS_MAX) problems.add(new Problem("event", "対象の緊急態勢を一覧から選んでください。"));
        problems.addAll(of(reason, at, now));
        return problems;
    }

    /** What every act has. */
    static List<Problem> of(String reason, Instant at, Instant now) {
        var problems = new ArrayList<Problem>();
        limited(problems, "reason", "理由", reason, REASON_CHARACTERS_MAX, true);
        if (at.isAfter(now.plus(AHEAD_MAX)) || at.isBefore(now.minus(AGO_MAX)))
            problems.add(new Problem("at", "日時は、%d日前からいままでの間で入力してください。".formatted(AGO_MAX.toDays())));
        return problems;
    }

    private static void limited(
            List<Problem> problems, String field, String called, String text, int charactersMax, boolean required) {
        if (required && text.isEmpty()) problems.add(new Problem(field, called + "がありません。入力してください。"));
        if (text.length() > charactersMax)
            problems.add(
                    new Problem(field, "%sが%d文字あります。%d文字以内にしてください。".formatted(called, text.length(), charactersMax)));
    }
}
