package noroshi.damage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import noroshi.damage.DamageOutcome.Invalid;
import noroshi.platform.Time;

/** What a report may not say, with the field that says it. Pure. */
final class TellingRules {

    static final int EXTENT_CHARACTERS_MAX = 500;
    static final int SOURCE_CHARACTERS_MAX = 100;
    static final int AFFECTED_MAX = 10_000_000;
    static final int FORECAST_YEARS_MAX = 20;
    /** A clock may be a little ahead. */
    static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private TellingRules() {}

    static Optional<Invalid> broken(Told told, Kind kind, Instant now) {
        return times(told, now)
                .or(() -> words(told))
                .or(() -> restoration(told))
                .or(() -> affected(told, kind));
    }

    private static Optional<Invalid> times(Told told, Instant now) {
        if (told.at().isAfter(now.plus(AHEAD_MAX))) return invalid("at", "「いつ現在」が先の時刻です。確かめた時刻を入れてください。");
        var next = told.nextUpdate();
        if (next != null && !next.isAfter(told.at())) return invalid("next", "「次回更新」は「いつ現在」より後にしてください。");
        return Optional.empty();
    }

    private static Optional<Invalid> words(Told told) {
        if (told.source().isEmpty()) return invalid("source", "「情報源」を入れてください（例：土木事務所、電力会社の発表）。");
        if (told.source().length() > SOURCE_CHARACTERS_MAX)
            return invalid("source", "「情報源」は%d字までです。短くしてください。".formatted(SOURCE_CHARACTERS_MAX));
        if (told.extent().length() > EXTENT_CHARACTERS_MAX)
            return invalid("extent", "「被害の内容」は%d字までです。短くしてください。".formatted(EXTENT_CHARACTERS_MAX));
        return Optional.empty();
    }

    private static Optional<Invalid> restoration(Told told) {
        var percent = told.percent();
        if (percent != null && (percent < 0 || percent > 100)) return invalid("percent", "「復旧率」は0から100までの数字です。");
        if (percent != null && told.state().isRestored() != (percent == 100))
            return invalid("percent", "「復旧率」100％は復旧したときだけ、復旧したときは100％か空欄にしてください。");
        var forecast = told.forecast();
        if (forecast == null) return Optional.empty();
        if (told.state().isRestored()) return invalid("forecast", "復旧したものに「復旧の見込み」は入れられません。空欄にしてください。");
        var day = LocalDate.ofInstant(told.at(), Time.JAPAN);
        if (forecast.isBefore(day)) return invalid("forecast", "「復旧の見込み」が「いつ現在」より前の日です。");
        if (forecast.isAfter(day.plusYears(FORECAST_YEARS_MAX)))
            return invalid("forecast", "「復旧の見込み」は%d年先までです。年を確かめてください。".formatted(FORECAST_YEARS_MAX));
        return Optional.empty();
    }

    private static Optional<Invalid> affected(Told told, Kind kind) {
        var affected = told.affected();
        if (affected == null) return Optional.empty();
        if (!kind.isCounted()) return invalid("affected", "%sには戸数を入れません。空欄にしてください。".formatted(kind.japanese()));
        if (affected < 0 || affected > AFFECTED_MAX)
            return invalid("affected", "「影響」は0から%,dまでの数字です。".formatted(AFFECTED_MAX));
        if (told.state().isRestored() && affected > 0)
            return invalid("affected", "復旧したのに%,d%sが残っています。どちらかを直してください。".formatted(affected, kind.unit()));
        return Optional.empty();
    }

    private static Optional<Invalid> invalid(String field, String reason) {
        return Optional.of(new Invalid(field, reason));
    }
}
