package noroshi.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import noroshi.replay.Stage.Played;

/** Plays the stages one after the other, each at its compressed time or as soon as all of the one before has followed, and tells how it goes. */
public final class Player {

    private final World world;
    private final InstantSource clock;
    private final PrintStream out;

    public Player(World world, InstantSource clock, PrintStream out) {
        this.world = world;
        this.clock = clock;
        this.out = out;
    }

    /** The whole of it, in about so much time. @return whether everything followed */
    public boolean whole(long seed, Duration lasting) throws IOException, InterruptedException {
        return play(Run.of(clock, seed, Run.Extent.WHOLE), lasting);
    }

    /** A small one, as fast as it goes. */
    public boolean brief(long seed) throws IOException, InterruptedException {
        return play(Run.of(clock, seed, Run.Extent.SHORT), Duration.ZERO);
    }

    private boolean play(Run run, Duration lasting) throws IOException, InterruptedException {
        if (Telegrams.find(world).isEmpty())
            out.println(
                    "気象庁の電文（shared/data/outward/jma/telegrams）がないため、電文なしで再現します。 / without telegrams: the shared data is absent");
        var stages = Scenario2011.of(world, run);
        out.printf("再現を始めます：%s、%d段階。数字と人はすべて訓練用の架空のものです。%n%n", run.name(), stages.size());
        var played = new ArrayList<Played>();
        world.endReplay();
        long begun = System.nanoTime();
        try (var watch = new Watch(Watch.FOLLOWS_WITHIN)) {
            for (var stage : stages) {
                await(begun, stages, stage.at(), lasting);
                played.add(play(stage, watch));
            }
        } finally {
            world.endReplay();
        }
        summary(played, Duration.ofNanos(System.nanoTime() - begun));
        return played.stream().allMatch(Played::isGood);
    }

    private static void await(long begun, List<Stage> stages, LocalDateTime at, Duration lasting) {
        var first = stages.getFirst().at();
        double all = Duration.between(first, stages.getLast().at()).toSeconds();
        long due = (long) (lasting.toNanos() * Duration.between(first, at).toSeconds() / all);
        for (long left; (left = begun + due - System.nanoTime()) > 0; ) LockSupport.parkNanos(left);
    }

    private Played play(Stage stage, Watch watch) throws IOException, InterruptedException {
        out.printf("%s  %s%n", clock(stage), stage.name());
        int sent = stage.act().play(watch);
        var played = new Played(stage, sent, watch.settle());
        for (var one : played.seen())
            out.printf("        %9s  %s%n", one.followed() ? "%,d ms".formatted(one.ms()) : "来ない", one.what());
        out.flush();
        return played;
    }

    private static String clock(Stage stage) {
        var at = stage.at();
        return "3/%02d %02d:%02d".formatted(at.getDayOfMonth(), at.getHour(), at.getMinute());
    }

    private void summary(List<Played> played, Duration took) {
        out.printf("%n2011年        送信  確認       中央値      最大  段階%n");
        for (var one : played)
            out.printf(
                    "%s  %4d  %3d/%-3d %7d ms %7d ms  %s%s%n",
                    clock(one.stage()),
                    one.sent(),
                    one.followed(),
                    one.seen().size(),
                    median(one),
                    one.slowestMs(),
                    one.stage().name(),
                    one.isGood() ? "" : "  ← 追従していません");
        long sent = played.stream().mapToLong(Played::sent).sum();
        long seen = played.stream().mapToLong(one -> one.seen().size()).sum();
        long followed = played.stream().mapToLong(Played::followed).sum();
        out.printf("%n送信 %,d件、確認 %,d件のうち %,d件が追従しました（%,d秒）。%n", sent, seen, followed, took.toSeconds());
        for (var one : played)
            one.seen().stream()
                    .filter(look -> !look.followed())
                    .forEach(look -> out.printf(
                            "%d秒以内に来ませんでした：%s（%s）%n",
                            Watch.FOLLOWS_WITHIN.toSeconds(),
                            look.what(),
                            one.stage().name()));
        out.flush();
    }

    private static long median(Played played) {
        var all = played.seen().stream().mapToLong(Watch.Seen::ms).sorted().toArray();
        return all.length == 0 ? 0 : all[all.length / 2];
    }
}
