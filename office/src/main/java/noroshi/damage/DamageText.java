package noroshi.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.site.SourcePage;
import noroshi.site.SourceSheet.Section;
import org.jspecify.annotations.Nullable;

/** What a page says of damage, in Markdown: as it is, and once a promised update is overdue. Pure. */
final class DamageText {

    private DamageText() {}

    /** For lists. */
    static String row(Damage damage, Instant at) {
        var subject = damage.subject();
        var place = (subject.district() + " " + subject.address()).strip();
        return "### [%s](%s)\n\n%s%s\n\n%s\n\n"
                .formatted(
                        Words.markdown(subject.name()),
                        damage.path(),
                        state(damage),
                        place.isEmpty() ? "" : "  \n" + Words.markdown(place),
                        freshness(damage.told().at(), damage.told().source(), promised(damage), at));
    }

    /** **断水**　復旧率 40％　影響 1,200戸　復旧の見込み 2026年3月20日 */
    static String state(Damage damage) {
        var told = damage.told();
        var text = new StringBuilder("**%s**".formatted(damage.says()));
        if (told.percent() != null) text.append("　復旧率 %d％".formatted(told.percent()));
        if (told.affected() != null)
            text.append("　影響 %,d%s"
                    .formatted(told.affected(), damage.subject().kind().unit()));
        var forecast = told.forecast();
        if (forecast != null) text.append("　復旧の見込み ").append(Words.day(forecast));
        return text.toString();
    }

    /** A repaired thing owes nothing. */
    private static @Nullable Instant promised(Damage damage) {
        return damage.state().isRestored() ? null : damage.told().nextUpdate();
    }

    /** As of, source, next update; or that it is overdue. */
    static String freshness(Instant asOf, String source, @Nullable Instant next, Instant at) {
        var text = "%s現在（%s）".formatted(Words.moment(asOf), Words.markdown(source));
        if (next == null) return text;
        return next.isAfter(at)
                ? text + "。次回更新：%s".formatted(Words.moment(next))
                : text + "。**%sに更新される予定でしたが、まだ更新されていません。**".formatted(Words.moment(next));
    }

    /** The page's part that reports change. */
    static String now(Damage damage, Instant at) {
        var text = new StringBuilder("## いまの様子\n\n").append(state(damage)).append("\n\n");
        if (!damage.told().extent().isEmpty())
            text.append(Words.markdown(damage.told().extent())).append("\n\n");
        var told = damage.told();
        return text.append(freshness(told.at(), told.source(), promised(damage), at))
                .append("\n\n")
                .toString();
    }

    /** The page's part that only corrections change. */
    static String about(Damage damage) {
        var subject = damage.subject();
        var text = new StringBuilder("## 何が被害を受けたか\n\n| 項目 | 内容 |\n| --- | --- |\n");
        line(text, "種類", subject.kind().japanese());
        line(text, "管理者・事業者", subject.operator());
        line(text, "地区", subject.district());
        line(text, "住所", subject.address());
        return text.append("\n[%sの一覧](/damage/%s/)　[被害・復旧](/damage/)　[地図](/damage/map)\n"
                        .formatted(subject.kind().japanese(), subject.kind().code()))
                .toString();
    }

    /** What was told before: the newest first. */
    static String log(Kind kind, List<Report> log) {
        var text = new StringBuilder("## これまでの経過\n\n| いつ現在 | 状況 | 復旧率 | 情報源 |\n| --- | --- | --- | --- |\n");
        for (var one : log) {
            var told = one.told();
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            Words.moment(told.at()),
                            kind.says(told.state()),
                            told.percent() == null ? "" : told.percent() + "％",
                            Words.markdown(told.source())));
        }
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isBlank()) text.append("| %s | %s |\n".formatted(label, Words.markdown(value)));
    }

    static Function<Instant, String> rows(List<Damage> some) {
        return at -> some.stream().map(one -> row(one, at)).collect(Collectors.joining());
    }

    static Section timed(List<Damage> some, Instant now, Function<Instant, String> words) {
        var promises = new ArrayList<Instant>();
        for (var one : some) {
            var next = promised(one);
            if (next != null) promises.add(next);
        }
        return timed(promises, words, now);
    }

    /** As it is now, and from each moment at which a promise falls due. */
    static Section timed(List<Instant> promises, Function<Instant, String> words, Instant now) {
        var moments = new TreeSet<Instant>();
        moments.add(now);
        promises.stream().filter(next -> next.isAfter(now)).forEach(moments::add);
        return new Section.Words(moments.stream()
                .map(moment -> new SourcePage.Body(moment.equals(now) ? Instant.EPOCH : moment, words.apply(moment)))
                .toList());
    }
}
