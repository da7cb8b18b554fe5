package noroshi.planning.continuity.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.failure.Cause;
import noroshi.planning.continuity.failure.Outage;

/** The report for people. Long lists are cut, and say so: all of it is in the JSON. */
public final class TextReport {

    private static final int LINES_MAX = 40;
    private static final int SYSTEMS_MAX = 60;
    private static final int TIMELINE_MAX = 120;
    private static final int NAMES_MAX = 3;

    private final Findings findings;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    public TextReport(Findings findings) {
        this.findings = findings;
        this.words = new Words(findings.model());
    }

    @Override
    public String toString() {
        header();
        damage();
        stops();
        section(
                "約束と計算の矛盾（計画そのもの）",
                findings.onPaper().stream().map(words::contradiction).toList());
        section(
                "約束と計算の矛盾（この想定）",
                findings.inScenario().stream().map(words::contradiction).toList());
        section(
                "運命を共にするもの（同じ災害で原本も代わりも失う）",
                findings.fates().stream().map(words::fate).toList());
        section("最初の%d時間".formatted(Findings.TIMELINE_HOURS), timeline());
        recovery();
        section(
                "対策の順位（100万円あたりに救われる業務時間）",
                findings.gains().stream()
                        .map(gain -> "%8.1f 時間/100万円  %s（%,d万円、%,.0f業務時間）"
                                .formatted(
                                        gain.hoursPerMillionYen(),
                                        gain.measure().name(),
                                        gain.measure().yen() / 10_000,
                                        gain.hours()))
                        .toList());
        return text.toString();
    }

    private void header() {
        var model = findings.model();
        line("業務継続計画の検証  " + model.name());
        line("被害想定: " + findings.scenario().name());
        line("対象: 業務%d、情報システム%d、サーバー%d、データ%d、拠点%d"
                .formatted(
                        model.all(Kind.SERVICE).size(),
                        model.all(Kind.SYSTEM).size(),
                        model.all(Kind.SERVER).size(),
                        model.all(Kind.DATA).size(),
                        model.all(Kind.BUILDING).size()));
        line("直接被災した情報システム: %d   依存により停止する情報システム: %d   停止する業務: %d"
                .formatted(
                        findings.damaged(Kind.SYSTEM).size(),
                        findings.stopped(Kind.SYSTEM).size(),
                        stoppedServices().size()));
    }

    private void damage() {
        for (var kind : Kind.values()) {
            if (kind == Kind.SYSTEM || kind == Kind.SERVICE) continue;
            var hit = findings.damaged(kind).stream().filter(this::isBroken).toList();
            if (!hit.isEmpty())
                section("直接の被害: " + kind.japanese(), hit.stream().map(this::hit).toList());
        }
        section(
                "直接被災した情報システム",
                findings.damaged(Kind.SYSTEM).stream().map(this::stopped).toList());
    }

    /** What is only still to be brought is no damage. */
    private boolean isBroken(Part part) {
        return !(findings.fall().hits().get(part.id()) instanceof Cause.NotYetThere);
    }

    private void stops() {
        section(
                "依存により停止する情報システム（自らは無傷）",
                findings.stopped(Kind.SYSTEM).stream().map(this::stopped).toList());
        section("停止する業務", stoppedServices().stream().map(this::service).toList());
    }

    private List<Part> stoppedServices() {
        return findings.model().all(Kind.SERVICE).stream()
                .filter(service -> !findings.outage(service).isNone())
                .toList();
    }

    private String hit(Part part) {
        var cause = findings.fall().hits().get(part.id());
        var lost = findings.fall().losses().isLost(part.id()) ? "  使える控えがなく、データを失う" : "";
        return part.name() + "  " + (cause == null ? "" : words.cause(cause)) + lost;
    }

    private String stopped(Part part) {
        return "%s  %s".formatted(part.name(), spans(findings.outage(part)));
    }

    private String service(Part service) {
        var outage = findings.outage(service);
        double soonest =
                findings.soonest().getOrDefault(service.id(), Outage.NONE).longestHours();
        double lost = findings.fall().losses().hours(service.id());
        return "%s  %s  RTO: 約束 %s／計算 %s（人手が足りれば %s）  RPO: 約束 %s／計算 %s"
                .formatted(
                        service.name(),
                        spans(outage),
                        Words.hours(service.promise().rtoHours()),
                        Words.forHowLong(outage.longestHours()),
                        Words.forHowLong(soonest),
                        Words.hours(service.promise().rpoHours()),
                        lost == Outage.NEVER ? "全データを失う" : Words.hours(lost));
    }

    private static String spans(Outage outage) {
        return outage.spans().stream()
                .map(span -> span.to() == Outage.NEVER
                        ? "%.0f時間後から復旧の見込みなし".formatted(span.from())
                        : "%.0f〜%.0f時間後".formatted(span.from(), span.to()))
                .collect(Collectors.joining("、"));
    }

    /** What of one kind happens in the same hour is one line. */
    private List<String> timeline() {
        var together = new LinkedHashMap<String, List<String>>();
        for (var event : findings.timeline()) {
            var kind = findings.model().part(event.part()).kind().japanese();
            together.computeIfAbsent(
                            "%5.1f時間後  %s  %s".formatted(event.hour(), Words.step(event.step()), kind),
                            key -> new ArrayList<>())
                    .add(words.name(event.part()));
        }
        return together.entrySet().stream()
                .map(entry -> entry.getKey() + " " + some(entry.getValue()))
                .toList();
    }

    private static String some(List<String> names) {
        var shown = String.join("、", names.stream().limit(NAMES_MAX).toList());
        return names.size() <= NAMES_MAX
                ? shown
                : shown + " ほか%d（計%d）".formatted(names.size() - NAMES_MAX, names.size());
    }

    private void recovery() {
        var tasks = findings.recovery().tasks();
        section(
                "復旧の工程（要員・車両などの上限の下で）",
                tasks.stream()
                        .map(task -> "%5d〜%d時間後  %s".formatted(task.start(), task.end(), words.name(task.part())))
                        .toList());
        line("  失われる業務時間（重み付き、%d日間）: %,.0f"
                .formatted(
                        findings.scenario().horizonHours() / 24,
                        findings.recovery().lostServiceHours()));
    }

    private void section(String title, List<String> lines) {
        line("");
        line("■ %s".formatted(title) + (lines.isEmpty() ? ": なし" : "（%d）".formatted(lines.size())));
        int most = title.contains("情報システム") ? SYSTEMS_MAX : title.startsWith("最初の") ? TIMELINE_MAX : LINES_MAX;
        lines.stream().limit(most).forEach(one -> line("  " + one));
        if (lines.size() > most) line("  ほか%d件（--json で全件）".formatted(lines.size() - most));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
