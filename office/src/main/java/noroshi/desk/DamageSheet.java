package noroshi.desk;

import java.util.List;
import java.util.Map;
import noroshi.damage.Damage;
import noroshi.damage.Kind;
import noroshi.damage.Report;

/**
 * One damage with its log and the form for the next report.
 *
 * @param typed what the form holds: the report that holds now, or what an officer typed that could not be taken
 */
public record DamageSheet(Damage damage, Chip state, List<Line> log, Map<String, String> typed) {

    public record Line(
            String at,
            String received,
            String state,
            String restored,
            String forecast,
            String extent,
            String source,
            String next,
            String held) {}

    static DamageSheet of(Damage damage, List<Report> log, Map<String, String> typed) {
        var kind = damage.subject().kind();
        return new DamageSheet(
                damage,
                DamageBoard.chip(kind, damage.state()),
                log.stream().map(one -> line(kind, one)).toList(),
                typed);
    }

    private static Line line(Kind kind, Report report) {
        var told = report.told();
        return new Line(
                Moments.brief(told.at()),
                Moments.brief(report.receivedAt()),
                kind.says(told.state()),
                DamageBoard.restored(kind, told),
                DamageBoard.forecast(told),
                told.extent(),
                told.source(),
                Moments.brief(told.nextUpdate()),
                report.held().japanese());
    }

    public Kind kind() {
        return damage.subject().kind();
    }

    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
