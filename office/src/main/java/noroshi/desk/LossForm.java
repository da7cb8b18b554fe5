package noroshi.desk;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.damage.Contradiction;
import noroshi.damage.Figure;
import noroshi.damage.LossReport;
import noroshi.damage.Losses;
import noroshi.platform.Time;
import org.jspecify.annotations.Nullable;

/**
 * What an officer typed into 第4号様式.
 *
 * @param unread fields that are no whole numbers or times
 */
record LossForm(
        Losses losses,
        Instant at,
        String note,
        String source,
        @Nullable Instant nextUpdate,
        List<Contradiction> unread) {

    private static final int NEXT_MINUTES_MAX = 60 * 24 * 31;

    static LossForm read(Map<String, String> typed, Instant now) {
        var unread = new ArrayList<Contradiction>();
        var figures = new EnumMap<Figure, Long>(Figure.class);
        for (var figure : Figure.values()) {
            var digits = Normalizer.normalize(typed.getOrDefault(figure.code(), ""), Normalizer.Form.NFKC)
                    .replace(",", "")
                    .strip();
            if (digits.isEmpty()) continue;
            if (digits.matches("[0-9]{1,15}")) figures.put(figure, Long.valueOf(digits));
            else
                unread.add(
                        new Contradiction(figure.code(), "「%s」は数字で入れてください。調査中は空欄にしてください。".formatted(figure.whole())));
        }
        var at = at(typed.getOrDefault("at", ""), now, unread);
        return new LossForm(
                new Losses(figures),
                at,
                typed.getOrDefault("note", ""),
                typed.getOrDefault("source", ""),
                next(typed.getOrDefault("next", "0"), at, unread),
                List.copyOf(unread));
    }

    /** Empty: now. */
    private static Instant at(String typed, Instant now, List<Contradiction> unread) {
        if (typed.isEmpty()) return now;
        try {
            return LocalDateTime.parse(typed).atZone(Time.JAPAN).toInstant();
        } catch (DateTimeException e) {
            unread.add(new Contradiction("at", "「いつ現在」は「2026-03-11T15:00」の形で入れてください。"));
            return now;
        }
    }

    private static @Nullable Instant next(String typed, Instant at, List<Contradiction> unread) {
        if (typed.matches("[0-9]{1,5}") && Integer.parseInt(typed) <= NEXT_MINUTES_MAX)
            return typed.equals("0") ? null : at.plus(Duration.ofMinutes(Integer.parseInt(typed)));
        unread.add(new Contradiction("next", "「次回更新」を選び直してください。"));
        return null;
    }

    /** The next report begins with the figures of the last. */
    static Map<String, String> typed(@Nullable LossReport before) {
        var typed = new HashMap<String, String>();
        typed.put("next", "360");
        if (before == null) return typed;
        before.losses().figures().forEach((figure, value) -> typed.put(figure.code(), String.valueOf(value)));
        typed.put("source", before.source());
        return typed;
    }
}
