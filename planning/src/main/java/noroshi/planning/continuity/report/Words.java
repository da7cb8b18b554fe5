package noroshi.planning.continuity.report;

import java.util.Locale;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.failure.Cause;
import noroshi.planning.continuity.failure.Contradiction;
import noroshi.planning.continuity.failure.Fate;
import noroshi.planning.continuity.recovery.Timeline;

/** Findings in Japanese words. */
final class Words {

    private final Model model;

    Words(Model model) {
        this.model = model;
    }

    String name(String id) {
        var part = model.parts().get(id);
        if (part != null) return part.name();
        var zone = model.zones().get(id);
        return zone != null ? zone.name() : id;
    }

    String cause(Cause cause) {
        return switch (cause) {
            case Cause.Water water -> "浸水 %.1fm（%s）".formatted(water.depthM(), name(water.zone()));
            case Cause.Shaking shaking -> "揺れ（計測震度%.1f）".formatted(shaking.intensity());
            case Cause.BuildingLost lost -> "建物の全損（%s）".formatted(name(lost.building()));
            case Cause.Named named -> "想定で指定";
            case Cause.NotYetThere notYet -> "未到着（派遣して設置する）";
        };
    }

    String contradiction(Contradiction found) {
        return switch (found.kind()) {
            case RTO_ON_PAPER ->
                "「%s」のRTO %s に対し、必要とする「%s」のRTOは %s"
                        .formatted(
                                name(found.part()),
                                hours(found.promised()),
                                name(found.because()),
                                hours(found.found()));
            case RPO_ON_PAPER ->
                "「%s」のRPO %s に対し、「%s」の控えは %s"
                        .formatted(
                                name(found.part()),
                                hours(found.promised()),
                                name(found.because()),
                                found.found() == Double.POSITIVE_INFINITY ? "ない" : hours(found.found()) + "ごと");
            case RTO_IN_SCENARIO ->
                "「%s」のRTO %s に対し、停止は %s"
                        .formatted(name(found.part()), hours(found.promised()), forHowLong(found.found()));
            case RPO_IN_SCENARIO ->
                "「%s」のRPO %s に対し、%s"
                        .formatted(
                                name(found.part()),
                                hours(found.promised()),
                                found.found() == Double.POSITIVE_INFINITY
                                        ? "全データを失う"
                                        : "失うデータは " + hours(found.found()) + "分");
        };
    }

    String fate(Fate fate) {
        var members = String.join("、", fate.members().stream().map(this::member).toList());
        return switch (fate.kind()) {
            case COPIES_IN_ZONE ->
                "「%s」: 原本と控え（鍵を含む）が同じ浸水区域「%s」にある: %s".formatted(name(fate.part()), name(fate.where()), members);
            case COPIES_IN_BUILDING ->
                "「%s」: 原本と控え（鍵を含む）が同じ建物「%s」にある: %s".formatted(name(fate.part()), name(fate.where()), members);
            case ALTERNATIVES_IN_ZONE ->
                "「%s」: 代わりになるはずのものが同じ浸水区域「%s」でともに失われる: %s".formatted(name(fate.part()), name(fate.where()), members);
        };
    }

    private String member(String id) {
        return id.endsWith("/key") ? id.substring(0, id.length() - "/key".length()) + "の鍵" : name(id);
    }

    static String step(Timeline.Step step) {
        return switch (step) {
            case HIT -> "被災";
            case STOPS -> "停止";
            case REPAIR_BEGINS -> "復旧着手";
            case REPAIRED -> "復旧完了";
            case WORKS_AGAIN -> "再開";
        };
    }

    static String hours(double hours) {
        if (hours == Double.POSITIVE_INFINITY) return "なし";
        return hours == Math.rint(hours) ? "%d時間".formatted((long) hours) : String.format(Locale.ROOT, "%.1f時間", hours);
    }

    static String forHowLong(double hours) {
        return hours == Double.POSITIVE_INFINITY ? "復旧の見込みなし" : hours(hours);
    }
}
