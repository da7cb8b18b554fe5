package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import noroshi.platform.Time;
import noroshi.views.Views;

/** How far back the screen of views looks, and how finely. */
public enum ViewPeriod {
    DAY("day", "24時間", Views.Grain.HOUR, 24),
    WEEK("week", "7日間", Views.Grain.DAY, 7),
    MONTH("month", "30日間", Views.Grain.DAY, 30);

    private final String code;
    private final String japanese;
    final Views.Grain grain;
    private final int steps;

    ViewPeriod(String code, String japanese, Views.Grain grain, int steps) {
        this.code = code;
        this.japanese = japanese;
        this.grain = grain;
        this.steps = steps;
    }

    public String code() {
        return code;
    }

    public String japanese() {
        return japanese;
    }

    static ViewPeriod of(String code) {
        for (var period : values()) if (period.code.equals(code)) return period;
        return DAY;
    }

    /** The beginnings of its hours or days, the oldest first; the last one is not over yet. */
    List<Instant> beginnings(Instant now) {
        var last = japan(now);
        var all = new ArrayList<Instant>();
        for (int i = steps - 1; i >= 0; i--)
            all.add(last.minus(unit().getDuration().multipliedBy(i)).toInstant());
        return all;
    }

    /** Japan has no summer time, so every day has 24 hours. */
    private ZonedDateTime japan(Instant now) {
        return now.atZone(Time.JAPAN).truncatedTo(unit());
    }

    private ChronoUnit unit() {
        return switch (grain) {
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
        };
    }

    Instant end(Instant now) {
        return japan(now).toInstant().plus(grain == Views.Grain.HOUR ? Duration.ofHours(1) : Duration.ofDays(1));
    }
}
