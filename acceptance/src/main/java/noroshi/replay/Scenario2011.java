package noroshi.replay;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened, hour by hour. The earthquake (14:46), the telegrams and their times are those of 2011 (気象庁防災情報XML, the published samples 32-39_11_*);
 * all else is exercise data: plausible in its order, invented in every figure.
 */
final class Scenario2011 {

    private final List<Stage> stages = new ArrayList<>();
    private final List<Town> towns;
    private final Run run;
    private final Optional<Telegrams> telegrams;
    private final Headquarters headquarters;
    private final Evacuations evacuations;
    private final Shelters shelters;
    private final Evacuees evacuees;
    private final Damages damages;
    private final LossReports losses;

    private Scenario2011(World world, Run run) throws IOException {
        this.run = run;
        this.towns = Town.all().subList(0, run.extent().towns());
        this.telegrams = Telegrams.find(world);
        this.headquarters = new Headquarters(world, run);
        this.evacuations = new Evacuations(world, run, towns);
        this.shelters = new Shelters(world, run, towns);
        this.evacuees = new Evacuees(world, run, shelters);
        this.damages = new Damages(world, run);
        this.losses = new LossReports(world, run);
    }

    static List<Stage> of(World world, Run run) throws IOException {
        var scenario = new Scenario2011(world, run);
        scenario.firstDay();
        scenario.reports();
        scenario.end();
        return List.copyOf(scenario.stages);
    }

    private void firstDay() {
        telegrams.ifPresent(all -> add("2011-03-11T14:49", "震度速報・大津波警報（実際の電文）", all::first));
        add("2011-03-11T14:51", "県の災害対策本部を設置", headquarters::set);
        add("2011-03-11T14:55", "市町の避難指示", evacuations::issue);
        telegrams.ifPresent(all -> add("2011-03-11T15:14", "津波警報の更新（実際の電文）", all::further));
        add("2011-03-11T15:40", "避難所の開設", watch -> shelters.fill(watch, towns, 30));
        add("2011-03-11T17:00", "被害の第一報", watch -> damages.begin(watch, towns));
        add("2011-03-11T18:30", "避難者の受付", watch -> evacuees.checkIn(watch, towns));
        add("2011-03-11T19:00", "避難所が混み合う", watch -> shelters.fill(watch, towns, 95));
    }

    /** 第1報 to 第10報, ever more seldom, with the lifting of warnings and orders in between. */
    private void reports() {
        var hours = List.of(
                "2011-03-11T20:00",
                "2011-03-12T06:00",
                "2011-03-12T12:00",
                "2011-03-12T18:00",
                "2011-03-13T06:00",
                "2011-03-13T15:00",
                "2011-03-14T12:00",
                "2011-03-16T12:00",
                "2011-03-18T12:00",
                "2011-03-20T12:00");
        for (int i = 0; i < run.extent().lossReports(); i++) {
            boolean opens = i == 0;
            add(hours.get(i), "被害報告 第%d報".formatted(i + 1), watch -> {
                int opened = opens ? losses.open() : 0;
                return opened + losses.next(watch, towns);
            });
        }
        telegrams.ifPresent(all -> add("2011-03-13T17:58", "津波注意報の解除（実際の電文）", all::last));
        add("2011-03-13T18:10", "避難指示の解除", evacuations::lift);
    }

    private void end() {
        add("2011-03-15T09:00", "応急復旧", watch -> {
            int sent = headquarters.lead("recovery", "warning", "応急復旧を進めています。");
            return sent + damages.restore(watch, "partial", 60);
        });
        add("2011-03-21T09:00", "復旧", watch -> damages.restore(watch, "restored", 100));
        add("2011-03-21T12:00", "避難者の退所", watch -> evacuees.checkOut(watch, towns));
        add("2011-03-21T15:00", "避難所の閉鎖", watch -> shelters.close(watch, towns));
        add("2011-03-21T17:00", "災害対策本部を解散", headquarters::dissolve);
        stages.sort(java.util.Comparator.comparing(Stage::at));
    }

    private void add(String at, String name, Stage.Act act) {
        stages.add(new Stage(LocalDateTime.parse(at), name, act));
    }
}
